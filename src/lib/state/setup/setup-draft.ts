import * as v from 'valibot';
import { NEW_PROVINCE, type Setup, type StoredSetup } from '#lib/domain/setup/setup.ts';

/** What stands in the fields of the page: texts as they are typed, nothing chosen as an empty text. */
const text = v.string();
const figure = v.nullable(v.number());
/** Saved entries keep their code: data may name them by it. */
const entry = { isNew: v.boolean(), code: text, nameVi: text, nameEn: text };

const DraftSchema = v.object({
	province: v.object({ code: text, name: text, kind: text, crs: text, calendar: text }),
	tracks: v.array(v.object({ ...entry, leadingIndicator: text })),
	programmes: v.array(
		v.object({
			...entry,
			track: text,
			document: text,
			startsOn: text,
			endsOn: text,
			/** In percent; null for no such target. */
			metShare: figure,
			noRelapseShare: figure
		})
	),
	indicators: v.array(
		v.object({
			...entry,
			unitVi: text,
			unitEn: text,
			aggregation: text,
			periodicity: text,
			better: text,
			numerator: text,
			denominator: text,
			dueDays: figure,
			/** One heading a line. */
			headings: text
		})
	),
	limits: v.array(v.object({ part: text, whole: text }))
});

export type SetupDraft = v.InferOutput<typeof DraftSchema>;
export type IndicatorDraft = SetupDraft['indicators'][number];

const KeptSchema = v.object({ basedOn: text, draft: DraftSchema });
/** A draft with the revision that it was made from. */
export type KeptDraft = v.InferOutput<typeof KeptSchema>;

/** @param saved the set-up that is stored: its entries keep their codes */
export function toDraft(setup: StoredSetup, saved: StoredSetup = setup): SetupDraft {
	const { code, name, kind, crs, calendar } = setup.province ?? NEW_PROVINCE;
	const isNew = (list: readonly { code: string }[], own: string) =>
		!list.some((each) => each.code === own);
	return {
		province: { code: code ?? '', name, kind, crs: crs ?? '', calendar },
		tracks: setup.tracks.map((track) => ({
			...track,
			isNew: isNew(saved.tracks, track.code),
			leadingIndicator: track.leadingIndicator ?? ''
		})),
		programmes: setup.programmes.map(({ targets, ...programme }) => ({
			...programme,
			isNew: isNew(saved.programmes, programme.code),
			endsOn: programme.endsOn ?? '',
			metShare: percentOf(targets, 'met_share'),
			noRelapseShare: percentOf(targets, 'no_relapse_share')
		})),
		indicators: setup.indicators.map((indicator) => ({
			...indicator,
			isNew: isNew(saved.indicators, indicator.code),
			numerator: indicator.numerator ?? '',
			denominator: indicator.denominator ?? '',
			headings: indicator.headings.join('\n')
		})),
		limits: setup.limits.map((limit) => ({ ...limit }))
	};
}

type Targets = Setup['programmes'][number]['targets'];

function percentOf(targets: Targets, metric: Targets[number]['metric']): number | null {
	const target = targets.find((each) => each.metric === metric);
	// 0.58 × 100 has a rest.
	return target ? Number((target.value * 100).toFixed(6)) : null;
}

/** What the fields say, in the form that `readSetup` reads. */
export function toSent({ province, tracks, programmes, indicators, limits }: SetupDraft): object {
	return {
		province: { ...province, code: orNull(province.code.trim()), crs: orNull(province.crs) },
		tracks: tracks.map(({ isNew: _, ...track }) => ({
			...track,
			leadingIndicator: orNull(track.leadingIndicator)
		})),
		programmes: programmes.map(({ isNew: _, metShare, noRelapseShare, ...programme }) => ({
			...programme,
			endsOn: orNull(programme.endsOn),
			targets: [
				...(metShare === null ? [] : [{ metric: 'met_share', value: metShare / 100 }]),
				...(noRelapseShare === null
					? []
					: [{ metric: 'no_relapse_share', value: noRelapseShare / 100 }])
			]
		})),
		indicators: indicators.map(({ isNew: _, ...indicator }) => ({
			...indicator,
			numerator: orNull(indicator.numerator),
			denominator: orNull(indicator.denominator),
			headings: indicator.headings.split('\n').filter((line) => line.trim() !== '')
		})),
		limits
	};
}

function orNull(value: string): string | null {
	return value === '' ? null : value;
}

const KEY = 'setup-draft';

/** What was not saved the last time, in this browser; undefined without any. */
export function findKeptDraft(): KeptDraft | undefined {
	try {
		const kept = v.safeParse(KeptSchema, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
		return kept.success ? kept.output : undefined;
	} catch {
		return undefined;
	}
}

export function keepDraft(kept: KeptDraft): void {
	localStorage.setItem(KEY, JSON.stringify(kept));
}

export function forgetDraft(): void {
	localStorage.removeItem(KEY);
}
