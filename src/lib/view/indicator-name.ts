import type { Indicator } from '#lib/domain/indicator.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { localName, localUnit } from './local-name.ts';
import type { Overview } from './wire.ts';

type Named = Pick<Indicator, 'nameVi' | 'nameEn' | 'unitVi' | 'unitEn'>;

/** An indicator's name within a sentence: "phạm pháp hình sự". Abbreviations keep their capitals. */
export function indicatorInText(indicator: Named): string {
	const name = localName(indicator);
	const [first = '', second = ''] = name;
	return second === second.toLocaleLowerCase() ? first.toLocaleLowerCase() + name.slice(1) : name;
}

/** What a number of an indicator counts: "vụ phạm pháp hình sự", "vụ ma túy"; "recorded crimes". */
export function countedName(indicator: Named): string {
	const name = indicatorInText(indicator);
	// English names are plurals of what is counted already.
	if (getLocale() === 'en') return name;
	const unit = localUnit(indicator);
	const bare = name.replace(/^số /, '');
	return bare.startsWith(`${unit} `) ? bare : `${unit} ${bare}`;
}

/** Code of the indicator that the track in view is judged by; undefined for a track without one. */
export function leadingCode({ tracks, track }: Pick<Overview, 'tracks' | 'track'>) {
	return tracks.find(({ code }) => code === track)?.leading?.code;
}
