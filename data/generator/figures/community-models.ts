import { seededRandom } from '../seeded-random.ts';
import { shuffle } from './distributions.ts';
import type { ProgrammeCommune } from './programme.ts';

/** A type of community security model. Dates are ISO. */
export interface ModelType {
	readonly code: string;
	readonly nameVi: string;
	readonly nameEn: string;
	readonly foundedOn: string;
	readonly retiredOn: string | undefined;
	/** Code of the type it was taken over from. */
	readonly replicatedFrom: string | undefined;
	/** Whether it only makes sense on the rim of the province. */
	readonly atBorder: boolean;
	/** Code of the programme commune where it began. */
	readonly birthplace: string;
}

const BORDER_TYPE = 'MH12';

/** The twelve types; their dates are invented, with the four of phase 1 between 2017 and 2020. */
const TYPES = [
	['MH01', 'Tiếng kẻng an ninh', 'Security gong', '2015-03-20', undefined, undefined],
	['MH02', 'Tổ tự quản', 'Self-management team', '2015-05-12', undefined, undefined],
	['MH03', 'Dòng họ tự quản', 'Self-managing clan', '2015-10-08', undefined, 'MH02'],
	['MH04', 'Hòm thư tố giác', 'Crime report letterbox', '2016-02-25', '2023-12-31', undefined],
	[
		'MH05',
		'Cụm liên kết giáp ranh',
		'Border-area cooperation cluster',
		'2016-06-14',
		undefined,
		undefined
	],
	[
		'MH06',
		'CLB phòng, chống tội phạm',
		'Crime prevention club',
		'2016-09-30',
		undefined,
		undefined
	],
	['MH07', 'Cổng trường an toàn', 'Safe school gate', '2017-09-05', undefined, undefined],
	['MH08', 'Camera an ninh', 'Security cameras', '2018-04-18', undefined, undefined],
	['MH09', 'Ánh sáng an ninh', 'Security lighting', '2019-03-26', undefined, 'MH08'],
	['MH10', 'Zalo an ninh', 'Security on Zalo', '2020-05-19', undefined, 'MH04'],
	['MH11', 'Bản không tệ nạn ma túy', 'Drug-free hamlet', '2022-07-15', undefined, undefined],
	['MH12', 'Xã biên giới sạch ma túy', 'Drug-free border commune', '2024-03-12', undefined, 'MH11']
] as const;

export function buildModelTypes(
	programme: readonly ProgrammeCommune[],
	onRim: ReadonlySet<number>
): ModelType[] {
	const birthplaces = shuffle(seededRandom('birthplaces'), programme);
	return TYPES.map(([code, nameVi, nameEn, foundedOn, retiredOn, replicatedFrom], i) => {
		const atBorder = code === BORDER_TYPE;
		const commune = atBorder ? birthplaces.find(({ cell }) => onRim.has(cell)) : birthplaces[i];
		if (!commune) throw new Error(`No commune for model ${code} to begin in`);
		return {
			code,
			nameVi,
			nameEn,
			foundedOn,
			retiredOn,
			replicatedFrom,
			atBorder,
			birthplace: commune.code
		};
	});
}
