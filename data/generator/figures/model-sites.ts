import { at } from '../at.ts';
import type { Unit } from '../facts.ts';
import { cellsOf, frameOn, type Frames } from '../frames.ts';
import { GRID_PER_DEGREE } from '../map/draw-map.ts';
import type { GridArc } from '../map/rings.ts';
import { placeInside } from '../map/place-inside.ts';
import { territoryOf } from '../map/territory.ts';
import { seededRandom, type Random } from '../seeded-random.ts';
import { addDays, daysBetween } from './calendar.ts';
import type { ModelType } from './community-models.ts';
import { between, shuffle } from './distributions.ts';
import { pickWeighted } from './exact-total.ts';
import type { ProgrammeCommune } from './programme.ts';

/** A place where a model runs. Positions in degrees, rounded to four decimals (about 10 m). */
export interface ModelSite {
	readonly code: string;
	readonly type: ModelType;
	readonly unit: Unit;
	readonly name: string;
	readonly foundedOn: string;
	readonly retiredOn: string | undefined;
	readonly lon: number;
	readonly lat: number;
	readonly teams: number;
	/** Code of the older site of the same type it was copied from. */
	readonly replicatedFrom: string | undefined;
}

const SITES = 320;
const COMMUNES = 90;
const LAST_DAY = '2026-09-30';
const RETIRING = 0.1;
const COPIED = 0.45;
interface Founding {
	readonly type: ModelType;
	readonly cell: number;
	readonly foundedOn: string;
}

/** When and where sites begin: each type once at its birthplace, then in the chosen communes, more often in later years. */
function drawFoundings(
	types: readonly ModelType[],
	cellsFor: (type: ModelType) => readonly number[],
	birthCell: (type: ModelType) => number
): Founding[] {
	const random = seededRandom('foundings');
	const foundings = types.map((type) => ({
		type,
		cell: birthCell(type),
		foundedOn: type.foundedOn
	}));
	while (foundings.length < SITES) {
		const type = at(
			types,
			pickWeighted(
				random,
				types.map(({ foundedOn }) => daysBetween(foundedOn, LAST_DAY) + 600)
			)
		);
		const cells = cellsFor(type);
		const days = daysBetween(type.foundedOn, type.retiredOn ?? LAST_DAY);
		foundings.push({
			type,
			cell: at(cells, between(random, 0, cells.length - 1)),
			foundedOn: addDays(type.foundedOn, 30 + Math.sqrt(random()) * (days - 30))
		});
	}
	return foundings.sort((a, b) =>
		a.foundedOn < b.foundedOn ? -1 : a.foundedOn > b.foundedOn ? 1 : 0
	);
}

function retirement(random: Random, type: ModelType, foundedOn: string): string | undefined {
	const last = type.retiredOn ?? LAST_DAY;
	const days = daysBetween(foundedOn, last);
	if (days > 400 && random() < RETIRING) return addDays(foundedOn, between(random, 365, days));
	return type.retiredOn;
}

export function buildModelSites(
	frames: Frames,
	arcs: readonly GridArc[],
	types: readonly ModelType[],
	programme: readonly ProgrammeCommune[],
	onRim: ReadonlySet<number>
): ModelSite[] {
	const listed = programme.map(({ cell }) => cell);
	const others = frames.first.units.map((_, cell) => cell).filter((cell) => !listed.includes(cell));
	const cells = [...listed, ...shuffle(seededRandom('communes with models'), others)].slice(
		0,
		COMMUNES
	);
	const cellsFor = (type: ModelType): number[] =>
		type.atBorder ? cells.filter((cell) => onRim.has(cell)) : cells;
	const birthCell = (type: ModelType): number =>
		programme.find(({ code }) => code === type.birthplace)?.cell ?? -1;
	const sites: ModelSite[] = [];
	const numbers = new Map<string, number>();
	drawFoundings(types, cellsFor, birthCell).forEach(({ type, cell, foundedOn }, i) => {
		const random = seededRandom(`site ${i}`);
		const frame = frameOn(frames, foundedOn);
		const unit = frame.units.find(({ code }) => cellsOf(frame, code).includes(cell));
		if (!unit) throw new Error(`No unit for cell ${cell} on ${foundedOn}`);
		const retiredOn = retirement(random, type, foundedOn);
		const older = sites.filter(
			(site) =>
				site.type === type && (site.retiredOn ?? LAST_DAY) > foundedOn && site.foundedOn < foundedOn
		);
		const copied =
			older.length > 0 && random() < COPIED
				? at(older, between(random, 0, older.length - 1))
				: undefined;
		const [x, y] = placeInside(territoryOf(arcs, cellsOf(frame, unit.code)), random);
		const name = `${type.nameVi} ${unit.kind.toLowerCase()} ${unit.name}`;
		const number = (numbers.get(name) ?? 0) + 1;
		numbers.set(name, number);
		sites.push({
			code: `DM${String(i + 1).padStart(3, '0')}`,
			type,
			unit,
			foundedOn,
			retiredOn,
			name: number === 1 ? name : `${name} ${number}`,
			lon: x / GRID_PER_DEGREE,
			lat: y / GRID_PER_DEGREE,
			teams: between(random, 1, 6),
			replicatedFrom: copied?.code
		});
	});
	return sites;
}
