import { searchKey } from '#lib/domain/name.ts';
import { splitKind } from '#lib/domain/unit-name.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDate } from '../format.ts';
import type { FormerDistrict, Place } from '../place-wire.ts';
import { markMatch, type Match } from './match-text.ts';
import type { TitlePart } from './search-result.ts';

type Since = { date: string };

const STATUS: Record<ShownStatus, (since: Since) => string> = {
	none: () => m.search_all_status_none(),
	survey: m.search_all_status_survey,
	proposed: m.search_all_status_proposed,
	approved: m.search_all_status_approved,
	active: m.search_all_status_active,
	appraisal: m.search_all_status_appraisal,
	met: () => m.search_all_status_met(),
	not_met: m.search_all_status_not_met,
	exited: m.search_all_status_exited,
	relapsed: m.search_all_status_relapsed,
	retransforming: m.search_all_status_retransforming,
	succeeded: () => m.search_all_status_succeeded()
};

/** Kinds of communes by their name without accents: English has words for them. */
const KINDS = new Map([
	['xa', m.search_all_kind_commune],
	['phuong', m.search_all_kind_ward],
	['thi tran', m.search_all_kind_township]
]);

/** More former names than these do not fit in a line. */
const MAX_FORMERS = 3;

/** "Phường **Mường Thanh**", or of a former one "**Noong** Bua (đến 30/06/2025) → nay thuộc **Phường Mường Thanh**". */
export function placeTitle({ kind, name, validTo, now }: Place, match?: Match): TitlePart[] {
	const marked = markMatch(name, match);
	if (validTo === null) {
		return kind === '' ? marked : [{ text: `${kind} `, look: 'plain' }, ...marked];
	}
	const title: TitlePart[] = [...marked, { text: ` ${untilText(validTo)}`, look: 'quiet' }];
	if (now.length === 0) return title;
	return [
		...title,
		{ text: ` ${m.search_all_now_in()} `, look: 'plain' },
		{ text: now.map((heir) => heir.name).join(', '), look: 'strong' }
	];
}

/**
 * "Phường cũ, thành phố Điện Biên Phủ · tái phức tạp từ 24/04/2024".
 *
 * @param withCode the code goes first where it was searched for
 */
export function placeNote(place: Place, withCode: boolean): string {
	const kind = KINDS.get(searchKey(place.kind))?.() ?? place.kind;
	const is =
		place.validTo === null ? m.search_all_present({ kind }) : m.search_all_former({ kind });
	const where = place.district === null ? is : `${is}, ${districtInText(place.district)}`;
	const parts = [withCode ? place.code : '', where, statusText(place)];
	return parts.filter((part) => part !== '').join(' · ');
}

function statusText({ status, since, formers }: Place): string {
	if (status === 'none' || (status !== null && since !== null)) {
		return STATUS[status]({ date: since === null ? '' : formatDate(since) });
	}
	if (formers.length === 0) return '';
	const names = formers.slice(0, MAX_FORMERS).join(', ');
	return m.search_all_made_of({ names: formers.length > MAX_FORMERS ? `${names}…` : names });
}

/** Within a Vietnamese sentence its kind is no name: "thành phố Điện Biên Phủ". */
function districtInText(district: string): string {
	if (getLocale() !== 'vi') return district;
	const { kind, name } = splitKind(district);
	return kind === '' ? district : `${kind.toLocaleLowerCase('vi')} ${name}`;
}

/** "Huyện **Điện Biên** (đến 30/06/2025)". */
export function districtTitle({ name, validTo }: FormerDistrict, match: Match): TitlePart[] {
	return [...markMatch(name, match), { text: ` ${untilText(validTo)}`, look: 'quiet' }];
}

export function districtNote({ communes }: FormerDistrict): string {
	return m.search_all_district_note({ count: communes });
}

function untilText(date: string): string {
	return m.search_all_until({ date: formatDate(date) });
}
