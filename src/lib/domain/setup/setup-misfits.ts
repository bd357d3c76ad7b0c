import { searchKey } from '../name.ts';
import type { SetupFault, SetupFaultCode, SetupPath } from './setup-fault.ts';
import type { Setup, SetupIndicator } from './setup.ts';

/** What does not fit together in a set-up whose parts are right by themselves. */
export function findMisfits(setup: Setup): SetupFault[] {
	return [
		...repeatedNames(setup),
		...trackMisfits(setup),
		...programmeMisfits(setup),
		...indicatorMisfits(setup),
		...limitMisfits(setup)
	];
}

function fault(path: SetupPath, code: SetupFaultCode, value = ''): SetupFault {
	return { path, code, value };
}

/** Tables name tracks and indicators by code or by name, whatever the case and accents. */
function repeatedNames(setup: Setup): SetupFault[] {
	const faults: SetupFault[] = [];
	for (const list of ['tracks', 'programmes', 'indicators'] as const) {
		const entries: readonly { code: string; nameVi: string }[] = setup[list];
		faults.push(
			...repeats(entries, ({ code }) => [code]).map(({ at, text }) =>
				fault([list, at, 'code'], 'code-duplicated', text)
			)
		);
		if (list === 'programmes') continue;
		faults.push(
			...repeats(entries, ({ nameVi }) => [nameVi]).map(({ at, text }) =>
				fault([list, at, 'nameVi'], 'name-duplicated', text)
			)
		);
	}
	const words = ({ code, nameVi, headings }: SetupIndicator) => [code, nameVi, ...headings];
	faults.push(
		...repeats(setup.indicators, words)
			.filter(({ place }) => place >= 2)
			.map(({ at, text, place }) =>
				fault(['indicators', at, 'headings', place - 2], 'heading-duplicated', text)
			)
	);
	return faults;
}

/** Texts that stood before: in which entry, and at which place of it. */
function repeats<T>(
	entries: readonly T[],
	textsOf: (entry: T) => readonly string[]
): { at: number; place: number; text: string }[] {
	const seen = new Set<string>();
	const found: { at: number; place: number; text: string }[] = [];
	entries.forEach((entry, at) =>
		textsOf(entry).forEach((text, place) => {
			const key = searchKey(text);
			if (key === '') return;
			if (seen.has(key)) found.push({ at, place, text });
			seen.add(key);
		})
	);
	return found;
}

function trackMisfits({ tracks, indicators }: Setup): SetupFault[] {
	return tracks.flatMap(({ leadingIndicator }, at) => {
		if (leadingIndicator === null) return [];
		const path = ['tracks', at, 'leadingIndicator'];
		const indicator = indicators.find(({ code }) => code === leadingIndicator);
		if (!indicator) return [fault(path, 'indicator-unknown', leadingIndicator)];
		return canLead(indicator) ? [] : [fault(path, 'leading-not-monthly', leadingIndicator)];
	});
}

/** Whether a trend can be computed from it: it is counted each month, and counts add up. */
export function canLead({
	aggregation,
	periodicity
}: {
	aggregation: string;
	periodicity: string;
}): boolean {
	return aggregation === 'sum' && periodicity === 'month';
}

function programmeMisfits({ programmes, tracks }: Setup): SetupFault[] {
	return programmes.flatMap(({ track, startsOn, endsOn, targets }, at) => [
		...(tracks.some(({ code }) => code === track)
			? []
			: [fault(['programmes', at, 'track'], 'track-unknown', track)]),
		...(endsOn !== null && endsOn < startsOn
			? [fault(['programmes', at, 'endsOn'], 'dates-reversed', endsOn)]
			: []),
		...repeats(targets, ({ metric }) => [metric]).map((repeat) =>
			fault(['programmes', at, 'targets', repeat.at, 'metric'], 'metric-duplicated', repeat.text)
		)
	]);
}

function indicatorMisfits({ indicators }: Setup): SetupFault[] {
	const known = new Set(indicators.map(({ code }) => code));
	return indicators.flatMap(({ aggregation, numerator, denominator }, at) => {
		const parts = { numerator, denominator };
		return (['numerator', 'denominator'] as const).flatMap((part): SetupFault[] => {
			const path = ['indicators', at, part];
			const value = parts[part];
			const other = parts[part === 'numerator' ? 'denominator' : 'numerator'];
			if (value === null) return other === null ? [] : [fault(path, 'ratio-parts')];
			if (aggregation !== 'ratio') return [fault(path, 'ratio-only', value)];
			return known.has(value) ? [] : [fault(path, 'indicator-unknown', value)];
		});
	});
}

function limitMisfits({ limits, indicators }: Setup): SetupFault[] {
	const known = new Set(indicators.map(({ code }) => code));
	return [
		...limits.flatMap(({ part, whole }, at) => [
			...(['part', 'whole'] as const)
				.map((side) => [side, side === 'part' ? part : whole] as const)
				.filter(([, value]) => !known.has(value))
				.map(([side, value]) => fault(['limits', at, side], 'indicator-unknown', value)),
			...(part === whole ? [fault(['limits', at, 'whole'], 'limit-itself', whole)] : [])
		]),
		...repeats(limits, ({ part, whole }) => [`${part} ${whole}`]).map(({ at, text }) =>
			fault(['limits', at, 'part'], 'limit-duplicated', text)
		)
	];
}
