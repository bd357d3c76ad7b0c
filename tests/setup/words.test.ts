import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Words that readers meet nowhere, in either language; what took their place is in docs/glossary.md. The help of the
 * command line names its own options.
 */
const FORBIDDEN: Record<'vi' | 'en', readonly RegExp[]> = {
	vi: [
		/tỷ suất/i,
		/nghiêng (về|nhất)/i,
		/hướng chuyển hóa/i,
		/kho số liệu/i,
		/phễu/i,
		/làm trơn/i,
		/kéo màn/i,
		/hỗn hợp sau/i,
		/đóng do sắp xếp/i,
		/đáng ngờ/i,
		/chứng cứ(?! )$/i,
		/chỉ tối ưu/i,
		/chỉ xếp hạng/i,
		/đã chứng minh là tốt nhất/i,
		/không tìm thấy xã/i,
		/--repair|--accept-topology/
	],
	en: [
		/\bleaning\b/i,
		/mixed after/i,
		/closed by merger/i,
		/\bsmoothed\b/i,
		/^mind:/i,
		/suspicious/i,
		/--repair|--accept-topology/
	]
};
/** Terms of the third layer: they stand in "Cách tính" and on the page of methods, and in no sentence before it. */
const METHOD_TERMS = /\b(CUSUM|WDD|Moran|p-value|q = 0[,.]\d+)\b/;
const METHOD_KEYS = /^(how_|methods?_|method|layer_cluster_note|funnel_note|plot_curve)/;
const COMMAND_HELP = 'command_usage';

const messages = (['vi', 'en'] as const).flatMap((language) =>
	readdirSync('messages')
		.filter((file) => file.endsWith(`.${language}.json`))
		.flatMap((file) => {
			const texts = JSON.parse(readFileSync(`messages/${file}`, 'utf8')) as Record<string, unknown>;
			return Object.entries(texts)
				.filter(([key]) => key !== '$schema' && key !== COMMAND_HELP)
				.map(([key, text]) => ({ language, file, key, text: textOf(text) }));
		})
);

/** A text, or all forms of one that has several. */
function textOf(message: unknown): string {
	if (typeof message === 'string') return message;
	if (Array.isArray(message)) return message.map(textOf).join(' ');
	return message !== null && typeof message === 'object'
		? Object.entries(message)
				.filter(([key]) => key === 'match')
				.map(([, forms]) => Object.values(forms as object).join(' '))
				.join(' ')
		: '';
}

describe('the words of the product', () => {
	it.each(['vi', 'en'] as const)('%s: none that was replaced', (language) => {
		const found = messages
			.filter((message) => message.language === language)
			.flatMap(({ file, key, text }) =>
				FORBIDDEN[language].some((word) => word.test(text)) ? [`${file} ${key}: ${text}`] : []
			);
		expect(found).toEqual([]);
	});

	it('terms of methods stand in the third layer only', () => {
		const found = messages.flatMap(({ file, key, text }) =>
			METHOD_TERMS.test(text) && !METHOD_KEYS.test(key) ? [`${file} ${key}: ${text}`] : []
		);
		expect(found).toEqual([]);
	});

	it('both languages say the same things', () => {
		const keysOf = (language: string) =>
			messages
				.filter((message) => message.language === language)
				.map(({ file, key }) => `${file.replace(/\.(vi|en)\.json$/, '')} ${key}`)
				.sort();
		expect(keysOf('en')).toEqual(keysOf('vi'));
	});
});
