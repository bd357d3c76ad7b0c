import { nameDistance, nearEnough, splitKind } from './unit-name.ts';

/** A commune of a file with the province of its code, as far as that is known. */
export interface CodedCommune {
	code: string;
	/** With or without its kind. */
	name: string;
	/** Undefined if the code is unknown. */
	province: string | undefined;
	/** Names that the code is known to have had. */
	knownNames: readonly string[];
}

/** So much of a file must be known for it to be of real provinces at all. */
const KNOWN_SHARE = 0.5;
/** Fewer may be chance. */
const MIN_KNOWN = 3;
/** So many of a province's communes make it one that a file is about. */
const WHOLE_SHARE = 0.5;

/**
 * The provinces that a file is about: that of most of its communes, and others of which it has at least half.
 *
 * A file of a made-up province may use codes that are real somewhere; it is about none.
 *
 * @param sizes how many communes each province has
 * @param byNames whether a code counts only together with its name, as for dates of which codes are used again
 */
export function findHomeProvinces(
	communes: readonly CodedCommune[],
	sizes: ReadonlyMap<string, number>,
	byNames: boolean
): string[] {
	const coded = communes.filter(({ province }) => province !== undefined);
	const known = byNames ? coded.filter(isKnownByName) : coded;
	const all = byNames ? coded : communes;
	const least = Math.min(MIN_KNOWN, communes.length);
	if (known.length < least || known.length < all.length * KNOWN_SHARE) return [];
	const counts = new Map<string, number>();
	for (const { province = '' } of known) counts.set(province, (counts.get(province) ?? 0) + 1);
	const ordered = [...counts].sort((one, other) => other[1] - one[1]);
	return ordered
		.filter(
			([province, count], index) =>
				index === 0 || count >= WHOLE_SHARE * (sizes.get(province) ?? Infinity)
		)
		.map(([province]) => province);
}

function isKnownByName({ name, knownNames }: CodedCommune): boolean {
	const written = splitKind(name).name;
	return knownNames.some((known) => nameDistance(written, known) <= 1 + nearEnough(known.length));
}
