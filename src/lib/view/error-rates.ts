import { getLocale } from '#lib/paraglide/runtime.js';
import tables from './error-rates.json';

/** Tables that `npm run simulate` writes. */
export type RateTable =
	| 'trend'
	| 'power'
	| 'watch'
	| 'effect'
	| 'effect-power'
	| 'slope'
	| 'ranks'
	| 'clusters'
	| 'forecast';

/** Rows and columns of a table; none where it was not simulated. */
export function findRates(name: RateTable) {
	return tables.find((table) => table.name === name) ?? { name, columns: [], rows: [] };
}

/** Names of worlds are composed of these, the longer ones first. */
const PHRASES: readonly (readonly [string, string])[] = [
	['base in COVID-19 (−30 %), rebound', 'kỳ gốc trong COVID-19 (−30 %), sau đó hồi lại'],
	['COVID-19: −30 % in the second year', 'COVID-19: −30 % trong năm thứ hai'],
	['province ×1.4 after the base', 'toàn tỉnh ×1,4 sau kỳ gốc'],
	['province −20 % now', 'toàn tỉnh −20 % hiện nay'],
	['reorganisation: +25 % now', 'sắp xếp lại lực lượng: +25 % hiện nay'],
	['45 merged of 3, 1 % missing each', '45 xã nhập từ 3 xã, mỗi xã thiếu 1 % tháng'],
	['45 merged', '45 xã đã nhập'],
	['merged by the 2/3 rule', 'xã nhập theo quy tắc 2/3'],
	['all communes alike', 'mọi xã như nhau'],
	['alike', 'mọi xã như nhau'],
	['of months missing', 'số tháng thiếu báo cáo'],
	['season', 'mùa'],
	['approvals over 3 years', 'phê duyệt trong 3 năm'],
	['common shock', 'biến động chung'],
	['knowledge and noise', 'chọn theo hiểu biết, có sai lệch'],
	['truly worst', 'xã có mức cao nhất'],
	['worst 12 months', '12 tháng xấu nhất'],
	['worst 24 months', '24 tháng xấu nhất'],
	['worst 36 months', '36 tháng xấu nhất'],
	['treated', 'xã chuyển hóa'],
	['moving base', 'kỳ gốc di động'],
	['acknowledged after 3 months', 'xác nhận sau 3 tháng'],
	['maps with a cluster', 'bản đồ có cụm'],
	['rate, rising, cluster, relapse', 'mức, mức tăng, xã xung quanh, sau công nhận'],
	['rate 35, rising 20, two fixed', 'mức 35, mức tăng 20, hai tiêu chí cố định'],
	['rate alone', 'chỉ mức'],
	['(province)', '(so với tỉnh)']
];

/** A world's name in the reader's language. */
export function worldName(name: string): string {
	if (getLocale() === 'en') return name;
	return PHRASES.reduce((text, [en, vi]) => text.replace(en, vi), name);
}

/** A column's name in the reader's language. */
export function columnName(name: string): string {
	if (getLocale() === 'en')
		return name.replace('same-period', 'same period').replace('three-years', 'three years');
	return name
		.replace('same-period', 'cùng kỳ')
		.replace('three-years', 'ba năm')
		.replace('pre-check failed at', 'kiểm tra trước không đạt, mức');
}
