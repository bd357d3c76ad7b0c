import { searchKey } from '#lib/domain/name.ts';
import { STATUSES, type Status } from '#lib/domain/status.ts';

/** How files write states: by their code or in words of either language. */
const STATUS_WORDS: Record<Status, readonly string[]> = {
	none: ['Không thuộc diện', 'not listed'],
	survey: ['Đang khảo sát, rà soát', 'Đang khảo sát', 'Khảo sát', 'Rà soát', 'under survey'],
	proposed: ['Đề xuất', 'Đề nghị'],
	approved: ['Được phê duyệt', 'Phê duyệt', 'Đã phê duyệt'],
	active: ['Đang chuyển hóa', 'Đang chuyển hoá', 'Chuyển hóa', 'in progress'],
	appraisal: ['Đang thẩm định', 'Thẩm định', 'under appraisal'],
	met: [
		'Đạt – duy trì',
		'Đạt',
		'Đã chuyển hóa',
		'Công nhận',
		'transformed',
		'transformed, being maintained'
	],
	not_met: ['Chưa đạt – tiếp tục', 'Chưa đạt', 'not met', 'not met, carried over'],
	exited: ['Đưa ra khỏi diện', 'Ra khỏi diện', 'removed from the list'],
	relapsed: ['Tái phức tạp', 'Tái phức tạp trở lại'],
	succeeded: ['Đóng do sắp xếp ĐVHC', 'closed by merger']
};

const STATUS_BY_WORD = new Map(
	STATUSES.flatMap((status) =>
		[status, ...STATUS_WORDS[status]].map((word) => [wordKey(word), status] as const)
	)
);

/** The state that a word names; undefined for any other word. */
export function findStatus(word: string): Status | undefined {
	return STATUS_BY_WORD.get(wordKey(word));
}

/** Words compare without accents, dashes and underscores. */
export function wordKey(word: string): string {
	return searchKey(word.replace(/[-–—_,.:]+/g, ' '));
}

/** What totals are called. Accents count: there are communes called Tông Lạnh, Tống Trân and Cộng Hòa. */
const TOTAL =
	/^(tổng( .*)?|tong( (cong|so)( .*)?)?|cộng( (toàn|các|chung|huyện|thị xã|thành phố|[ivx\d]+)( .*)?| \(.*)?|cong|toàn (tỉnh|huyện|thị xã|thành phố)( .*)?|toan (tinh|huyen|thi xa|thanh pho)( .*)?|(grand )?total( .*)?|sum)$/;

/** A row that sums up others, not a commune. */
export function isTotal(text: string): boolean {
	const plain = text.normalize('NFC').toLowerCase();
	return TOTAL.test(plain.replace(/[\s.:,]+/g, ' ').trim());
}

/** Where a form's table ends: what follows is signed, not reported. */
export function isFooter(text: string): boolean {
	const key = wordKey(text);
	return (
		/^(nguoi lap( bieu)?|ghi chu|noi nhan|thu truong|truong cong an|ky ten|note)\b/.test(key) ||
		// "Điện Biên, ngày 05 tháng 6 năm 2024"
		/^\S.* ngay [\d… ]*thang [\d… ]*nam\b/.test(key)
	);
}
