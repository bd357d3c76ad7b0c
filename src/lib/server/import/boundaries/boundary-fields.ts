import { searchKey } from '#lib/domain/name.ts';

/** Which property of a boundary file says what. */
export interface BoundaryFields {
	code: string;
	name: string;
	kind?: string | undefined;
	parent?: string | undefined;
	/** Area as the file states it, in km². */
	area?: string | undefined;
}

const HEADINGS = {
	code: [
		'code',
		'ma',
		'ma xa',
		'maxa',
		'ma dvhc',
		'madvhc',
		'ward code',
		'commune code',
		'ma dvhc cap xa'
	],
	name: [
		'name',
		'ten',
		'ten xa phuong',
		'xa',
		'xa phuong',
		'ten xa',
		'tenxa',
		'ten dvhc',
		'ward name',
		'commune name',
		'a03 ten'
	],
	kind: ['type', 'kind', 'loai', 'cap', 'loai dvhc'],
	area: ['area km2', 'dien tich', 'dien tich km2', 'dt', 'dt km2', 'a07 dt', 'stated area'],
	parent: ['district', 'huyen', 'ten huyen', 'tenhuyen', 'district name', 'quan huyen']
} as const;

/** Stands for the field of codes where they are to be found by names, although a field looks like it. */
const BY_NAME = '-';

/**
 * Guesses the fields from the first feature's property names, in Vietnamese or English.
 *
 * @param chosen fields that the user named
 */
export function guessBoundaryFields(
	properties: Record<string, unknown>,
	chosen: { code?: string | undefined; name?: string | undefined }
): Partial<BoundaryFields> {
	const byHeading = new Map(
		Object.keys(properties).map((field) => [searchKey(field.replaceAll('_', ' ')), field])
	);
	const find = (headings: readonly string[]) =>
		headings.map((heading) => byHeading.get(heading)).find((field) => field !== undefined);
	return {
		code: chosen.code === BY_NAME ? undefined : (chosen.code ?? find(HEADINGS.code)),
		name: chosen.name ?? find(HEADINGS.name),
		kind: find(HEADINGS.kind),
		parent: find(HEADINGS.parent),
		area: find(HEADINGS.area)
	};
}
