import { sql } from 'drizzle-orm';
import { findHomeProvinces } from '#lib/domain/home-provinces.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { provinceLabel } from '../directory/directory.ts';
import type { FileRun } from '../file-run.ts';
import type { KnownCommune, KnownCommunes } from './known-communes.ts';
import { provinceOfLoaded, provinceSizes } from './loaded-province.ts';
import type { StagedShape } from './staged-shapes.ts';

const MAX_SUGGESTED = 3;

/** What codes and names tell. */
export interface CheckedCodes {
	homes: readonly string[];
	/** Features whose name is another's: their places need no further message. */
	named: ReadonlySet<number>;
}

/**
 * Checks codes and names against what is known of them. A name that was cut is completed.
 *
 * @param date first day of the boundaries
 * @returns the provinces that the file is about, none for a made-up one, and the features that are named already
 */
export async function checkKnownCodes(
	run: FileRun,
	known: KnownCommunes,
	shapes: readonly StagedShape[],
	date: IsoDate
): Promise<CheckedCodes> {
	const homes = findHomeProvinces(
		shapes.map(({ code, name }) => ({
			code,
			name,
			province: known.provinceOf(code),
			knownNames: known.namesOf(code)
		})),
		provinceSizes(),
		!known.areToday
	);
	const [main] = homes;
	const unknown = shapes.filter(({ code }) => known.provinceOf(code) === undefined);
	if (main === undefined) {
		if (known.areToday) warnOfUnknown(run, unknown);
		return { homes, named: new Set() };
	}
	refuseOtherProvince(run, known, homes);
	checkProvinces(run, known, shapes, homes);
	if (known.areToday) refuseUnknown(run, known, unknown, main);
	else warnOfUnknown(run, unknown);
	const named = await checkNames(
		run,
		known,
		shapes.filter(({ code }) => homes.includes(known.provinceOf(code) ?? '')),
		date
	);
	return { homes, named };
}

/** Another province is loaded already. */
function refuseOtherProvince(run: FileRun, known: KnownCommunes, homes: readonly string[]): void {
	const loaded = provinceOfLoaded(known);
	if (loaded === undefined || homes.includes(loaded)) return;
	run.problems.error('province-other', {
		detail: { known: provinceLabel(loaded), found: provinceLabel(homes[0] ?? '') }
	});
}

/** Codes that are of another province than the rest. */
function checkProvinces(
	run: FileRun,
	known: KnownCommunes,
	shapes: readonly StagedShape[],
	homes: readonly string[]
): void {
	for (const { ordinal, code, name } of shapes) {
		const province = known.provinceOf(code);
		if (province === undefined || homes.includes(province)) continue;
		run.problems.error('code-other-province', {
			row: ordinal,
			value: code,
			unit: `${code} ${name}`,
			detail: { known: provinceLabel(province), found: provinceLabel(homes[0] ?? '') }
		});
	}
}

/** Every commune of today is in the directory. */
function refuseUnknown(
	run: FileRun,
	known: KnownCommunes,
	unknown: readonly StagedShape[],
	home: string
): void {
	for (const { ordinal, code, name } of unknown) {
		const near = known.namesIn(home).suggest(name, () => true, MAX_SUGGESTED);
		run.problems.error('code-not-in-directory', {
			row: ordinal,
			value: code,
			unit: `${code} ${name}`,
			detail: { found: provinceLabel(home), near: near.map(label).join(', ') }
		});
	}
}

function warnOfUnknown(run: FileRun, unknown: readonly StagedShape[]): void {
	const [first] = unknown;
	if (!first) return;
	run.problems.warn('codes-unknown', {
		value: `${first.code} ${first.name}`,
		detail: { count: unknown.length }
	});
}

async function checkNames(
	run: FileRun,
	known: KnownCommunes,
	shapes: readonly StagedShape[],
	date: IsoDate
): Promise<Set<number>> {
	const whole: { code: string; name: string }[] = [];
	const named = new Set<number>();
	for (const { ordinal, code, name } of shapes) {
		const own = known.find(code);
		if (!own) continue;
		const verdict = known.namesIn(own.provinceCode).judge(name, own, () => true);
		const at = { row: ordinal, value: `${code} ${name}`, unit: `${code} ${name}` };
		if (verdict.is === 'another') {
			named.add(ordinal);
			run.problems.error('unit-name-differs', {
				...at,
				detail: { date, known: fullName(own), found: label(verdict.other) }
			});
		} else if (verdict.is !== 'same') {
			run.problems.warn('name-spelled-otherwise', { ...at, detail: { known: fullName(own) } });
		}
		if (verdict.is === 'cut') whole.push({ code, name: own.name });
	}
	if (whole.length > 0) await completeNames(run, whole);
	return named;
}

/** The units may be in their table already. */
async function completeNames(run: FileRun, whole: readonly { code: string; name: string }[]) {
	const names = sql`jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as whole (code text, name text)`;
	await run.tx.execute(sql`
		update staged_boundary set name = whole.name from ${names} where whole.code = staged_boundary.code`);
	await run.tx.execute(sql`
		update unit set name = whole.name from ${names}
		where whole.code = unit.code and unit.source_id = ${run.sourceId}`);
}

function label(commune: KnownCommune): string {
	return `${commune.code} ${fullName(commune)}`;
}
