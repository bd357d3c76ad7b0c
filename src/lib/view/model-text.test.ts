import { afterEach, describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { howCopies, howCurve, howSpread } from './how-models.ts';
import { modelExample } from './model-example.ts';
import {
	answerText,
	copiesFigures,
	copiesText,
	crimeText,
	curveText,
	doubledText,
	expectedText,
	frameText,
	orphanText,
	reviewText,
	riseText,
	spreadText
} from './model-text.ts';
import { readModelStudy, type ModelSiteRow, type ModelStudy } from './model-wire.ts';

const UNTIL = toMonth(2026, 10);
const say = <T>(locale: 'vi' | 'en', text: () => T): T => {
	overwriteGetLocale(() => locale);
	return text();
};
afterEach(() => overwriteGetLocale(() => 'vi'));

const site = (id: number): ModelSiteRow => ({
	id,
	code: `S${id}`,
	name: `Điểm ${id}`,
	modelCode: 'T1',
	foundedOn: '2020-01-01',
	commune: {
		code: '03127',
		name: 'Him Lam',
		kind: 'Phường',
		validFrom: '2025-07-01',
		validTo: null
	}
});

function study(fields: Partial<ModelStudy> = {}): ModelStudy {
	const model = {
		code: 'T1',
		nameVi: 'Camera an ninh',
		nameEn: 'Security cameras',
		retiredOn: null
	};
	return {
		models: [{ model, sites: 30, communes: 12, copies: 9 }],
		model: 'T1',
		frame: '2025-07-01',
		until: UNTIL,
		unplaced: 0,
		curve: { points: [{ month: UNTIL, communes: 12 }], of: 45 },
		copies: {
			sites: 10,
			stated: 9,
			unknown: 0,
			enough: true,
			children: [],
			generations: [1, 6, 3],
			medianMonths: 14.5
		},
		spread: {
			adoptions: 25,
			bordering: 16,
			expected: 17.6,
			variance: 5.2,
			z: -0.7,
			p: 0.48,
			verdict: 'no-more'
		},
		crime: { adopters: 26, approved: 9, tooMany: false },
		review: { idle: [], doubled: [], orphaned: [] },
		...fields
	};
}

describe('models in words', () => {
	it('name the type in the most communes', () => {
		expect(say('vi', () => answerText(study(), 'calendar'))).toBe(
			'Có ở nhiều nơi nhất: Camera an ninh, 12 trong 45 xã, phường (10/2026).'
		);
		const models = study().models.map((row) => ({ ...row, communes: 0 }));
		expect(say('en', () => answerText(study({ models }), 'calendar'))).toBe(
			'By 10/2026 no model is active on these boundaries any more.'
		);
	});

	it('speak of townships before July 2025 only', () => {
		expect(say('vi', () => curveText(study({ frame: '2020-01-01' }), 'calendar'))).toBe(
			'Camera an ninh: đến 10/2026 có ở 12 trong 45 xã, phường, thị trấn.'
		);
		expect(
			say('vi', () => frameText({ from: '2020-01-01', to: '2025-06-30', units: 129 }, 'calendar'))
		).toBe('01/2020 – 06/2025 (129 xã, phường, thị trấn)');
		expect(
			say('en', () => frameText({ from: '2025-07-01', to: null, units: 45 }, 'calendar'))
		).toBe('since 07/2025 (45 communes and wards)');
	});

	it('tell a type that ended from one that never came', () => {
		const points = [
			{ month: toMonth(2021, 5), communes: 7 },
			{ month: UNTIL, communes: 0 }
		];
		expect(say('vi', () => curveText(study({ curve: { points, of: 45 } }), 'calendar'))).toBe(
			'Camera an ninh: đến 10/2026 không còn ở xã nào; nhiều nhất là 7 trong 45 xã, phường (05/2021).'
		);
		expect(say('en', () => curveText(study({ curve: { points: [], of: 45 } }), 'calendar'))).toBe(
			'Security cameras: by 10/2026 in no commune of these boundaries.'
		);
	});

	it('count years only between a tenth and half of the communes', () => {
		const curve = {
			points: [],
			of: 45,
			tenth: toMonth(2018, 3),
			half: toMonth(2021, 9),
			years: 3.5
		};
		expect(say('vi', () => riseText(study({ curve })))).toBe(
			'Từ một phần mười (03/2018) đến một nửa (09/2021) số xã: 3,5 năm.'
		);
		const { half, years, ...short } = curve;
		expect(half - short.tenth).toBe(years * 12);
		expect(say('vi', () => riseText(study({ curve: short })))).toMatch(/03\/2018; chưa lúc nào/);
		expect(say('vi', () => riseText(study()))).toBe('Chưa lúc nào tới một phần mười số xã.');
	});

	it('say nothing about spreading below four stated origins in five', () => {
		const { copies } = study();
		const little = { ...copies, stated: 7, enough: false };
		expect(say('vi', () => copiesText(little, UNTIL, 'calendar'))).toBe(
			'Chưa đủ thông tin để nói về lan truyền.'
		);
		expect(say('vi', () => copiesFigures(little))).toEqual([
			'7 trong 10 điểm có ghi nhân rộng từ đâu; cần ít nhất 8.'
		]);
		expect(say('vi', () => copiesText(copies, UNTIL, 'calendar'))).toBe(
			'Một nửa số điểm nhân rộng ra đời trong vòng 14,5 tháng sau điểm gốc; dài nhất là 2 lần nhân rộng nối tiếp.'
		);
		expect(say('en', () => copiesFigures({ ...copies, unknown: 2 }))).toEqual([
			'9 of 10 sites state where they were copied from; at least 8 are needed.',
			'Stated origins that are not in the data: 2.',
			'Sites without an origin: 1; generation 1: 6; generation 2: 3.'
		]);
		const none = { ...copies, sites: 0, stated: 0, enough: false };
		expect(say('vi', () => copiesText(none, UNTIL, 'calendar'))).toBe(
			'Loại này chưa có điểm nào đến 10/2026.'
		);
	});

	it('hold spreading against chance only where that may be quoted', () => {
		const { spread } = study();
		expect(say('vi', () => spreadText(study()))).toBe(
			'16 trong 25 điểm mới xuất hiện ở xã giáp với xã đã có mô hình, không nhiều hơn mức tình cờ. Chưa nói lên nguyên nhân.'
		);
		expect(say('vi', () => expectedText(study()))).toBe('Nếu chỉ tình cờ thì khoảng 18 trong 25.');
		const more = study({ spread: { ...spread, verdict: 'more' } });
		expect(say('en', () => spreadText(more))).toBe(
			'16 of 25 new sites border on one that has the model, more than by chance. It does not say why.'
		);
		const few = study({ spread: { ...spread, variance: 4.9, verdict: undefined } });
		expect(say('vi', () => spreadText(few))).toMatch(/còn quá ít để so với mức tình cờ/);
		expect(say('vi', () => expectedText(few))).toBeUndefined();
		expect(say('vi', () => howSpread(few).inputs)).toEqual([
			'O = 16; E = 17,6; V = 4,9',
			'V < 5: không nêu z'
		]);
		expect(say('vi', () => howSpread(study()).inputs[1])).toBe('z = -0,7; p = 0,48');
		const none = study({ spread: { adoptions: 0, bordering: 0, expected: 0, variance: 0 } });
		expect(say('vi', () => spreadText(none))).toMatch(/^Chưa có xã nào đến sau xã đầu tiên/);
	});

	it('give no figure of crime where most adopters were approved, and else an association', () => {
		const sentence = 'Chưa thể kết luận.';
		expect(say('vi', () => crimeText(study(), sentence))).toBe(
			'Liên hệ, không phải tác dụng: Chưa thể kết luận.'
		);
		const many = study({ crime: { adopters: 26, approved: 14, tooMany: true } });
		expect(say('vi', () => crimeText(many, sentence))).toMatch(/^Không nêu con số/);
		expect(say('vi', () => crimeText(study()))).toMatch(/^Chưa có con số/);
		const nobody = study({ crime: { adopters: 0, approved: 0, tooMany: false } });
		expect(say('vi', () => crimeText(nobody, sentence))).toMatch(/^Chưa xã nào có mô hình này/);
	});

	it('count a site to look at once, and say why it is listed', () => {
		const review = {
			idle: [site(1)],
			doubled: [{ sites: [site(1), site(2)], sameName: true, nearestM: 120.4 }],
			orphaned: [{ site: site(3), reasons: ['type-retired' as const, 'origin-unknown' as const] }]
		};
		expect(say('vi', () => reviewText(review))).toBe('3 điểm nên xem lại.');
		expect(say('vi', () => doubledText(review.doubled[0]!))).toBe('cùng tên; cách nhau 120 m');
		expect(say('vi', () => orphanText(review.orphaned[0]!.reasons))).toBe(
			'loại đã thanh loại; điểm gốc không có trong số liệu'
		);
		expect(say('vi', () => reviewText(study().review))).toBe('Không có điểm nào cần xem lại.');
	});

	it('can be computed again from what is shown', () => {
		const curve = { points: [], of: 45, tenth: toMonth(2018, 3) };
		expect(say('vi', () => howCurve(study({ curve })).inputs)).toEqual([
			'45 xã, phường; 10 % = 4,5, 50 % = 22,5',
			'tháng đạt 10 %: 03/2018; tháng đạt 50 %: –'
		]);
		expect(say('vi', () => howCopies(study()).inputs)).toEqual([
			'có ghi: 9 / 10; ghi nhưng không tìm thấy: 0',
			'số điểm theo lần nhân rộng (0, 1, 2 …): 1, 6, 3'
		]);
		expect(say('en', modelExample)).toMatchObject({
			path: '1–2–3–4–5–6',
			order: '3, 4, 2, 6',
			o: '2',
			e: '1.566667',
			v: '0.712222',
			z: '0.513469'
		});
	});

	it('use no words of statistics and no success outside of the third layer', () => {
		for (const locale of ['vi', 'en'] as const) {
			const texts = say(locale, () => [
				answerText(study(), 'calendar'),
				curveText(study(), 'calendar'),
				riseText(study()),
				copiesText(study().copies, UNTIL, 'calendar'),
				...copiesFigures(study().copies),
				spreadText(study()),
				expectedText(study()),
				crimeText(study())
			]);
			expect(texts.join(' ')).not.toMatch(
				/\b[zpqVE] [=<]|Cox|trung vị|median|thành công|success|%/
			);
		}
	});
});

describe('a study as it was sent', () => {
	it('comes back the same, or as nothing', () => {
		expect(readModelStudy(JSON.parse(JSON.stringify(study())))).toEqual(study());
		expect(readModelStudy(null)).toBeNull();
	});

	it('is refused where it is another thing', () => {
		expect(() => readModelStudy({ ...study(), curve: 'steep' })).toThrow();
		expect(() => readModelStudy(undefined)).toThrow();
	});
});
