import { getLocale } from '#lib/paraglide/runtime.js';

/** The name of a track, an indicator or a model in the reader's language. */
export function localName({ nameVi, nameEn }: { nameVi: string; nameEn: string }): string {
	return getLocale() === 'vi' ? nameVi : nameEn;
}

/** The unit of an indicator in the reader's language. */
export function localUnit({ unitVi, unitEn }: { unitVi: string; unitEn: string }): string {
	return getLocale() === 'vi' ? unitVi : unitEn;
}
