import { toMonth, type Month } from '#lib/domain/period.ts';
import type { Print } from '#lib/domain/disclosure/fixtures/attack.ts';
import { isDuring, partsOf } from '#lib/domain/disclosure/fixtures/printed.ts';
import { sumWindow } from '#lib/domain/observation.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { programmeUnits } from '#lib/domain/report/programme.ts';
import { countsOn, type TrackHistory } from '#lib/domain/track-history.ts';
import { findFrame } from '#lib/domain/unit.ts';
import { atlasRows, atlasSheets } from '#lib/server/export/atlas.ts';
import { readPaper } from '#lib/server/http/paper-request.ts';
import type { RequestContext } from '#lib/server/http/request-context.ts';
import { readReport } from '#lib/server/http/report-request.ts';
import { reportFields } from '#lib/view/report/fields.ts';
import { reportTables } from '#lib/view/report/tables.ts';

const HIDDEN = 'ẩn';

/** A number as a Vietnamese file prints it; undefined where it says that it is hidden. */
function readNumber(text: string): number | undefined {
	if (text === HIDDEN) return undefined;
	const number = Number(text.replaceAll('.', '').replace(',', '.'));
	if (!Number.isFinite(number)) throw new Error(`No number: ${text}`);
	return number;
}

/** Counts of whole years that public atlases on the boundaries of every time print, by year. */
export async function readAtlases(
	context: RequestContext,
	track: string
): Promise<Map<number, Print[]>> {
	const prints = new Map<number, Print[]>();
	const first = await readPaper(context, new URL(`http://localhost/?track=${track}&public=1`));
	for (const { from } of first.province.history.frames) {
		const address = `http://localhost/export/map/atlas.pdf?track=${track}&public=1&on=${from}`;
		const view = await readPaper(context, new URL(address));
		const history = view.province.historyOf(track);
		const rows = atlasRows(view);
		let page = 0;
		for (const { marks } of atlasSheets(view, history)) {
			const id = latestSelf(history, view.source.units[rows[page++]!]!.id);
			const texts = marks.flatMap((mark) =>
				mark.kind === 'text' && mark.anchor === 'middle' ? mark.text : []
			);
			// A figure and its year stand one over the other.
			for (const [at, text] of texts.entries()) {
				const figure = texts[at - 1];
				if (!/^20\d\d$/.test(text) || figure === undefined) continue;
				const year = Number(text);
				const truth = countOf(history, id, year);
				const shown = readNumber(figure);
				if (truth === undefined && shown === undefined) continue;
				const list = prints.get(year) ?? [];
				const of = partsOf(history, id, year);
				list.push({ name: `${id} in ${year}`, of, shown, truth: Math.round(truth ?? NaN) });
				prints.set(year, list);
			}
		}
	}
	return prints;
}

function countOf(history: TrackHistory, id: number, year: number): number | undefined {
	const [from, to]: [Month, Month] = [toMonth(year, 1), toMonth(year, 12)];
	return sumWindow(countsOn(history, id, to), from, to);
}

/** Totals that a track's public report of a year prints of an indicator, of that year and the one before. */
export async function readTotals(
	context: RequestContext,
	history: TrackHistory,
	indicator: string,
	until: number
): Promise<Map<number, Print[]>> {
	const { track } = history;
	const period = `from=${until}-01&to=${until}-12`;
	const address = `http://localhost/export/report/annex.xlsx?${period}&track=${track}&public=1`;
	const { data, note } = await readReport(context, new URL(address));
	const prints = new Map<number, Print[]>([
		[until, []],
		[until - 1, []]
	]);
	const add = (year: number, text: string, members: Map<string, number>) => {
		if (text === HIDDEN || text === '–') return;
		const shown = readNumber(text)!;
		prints.get(year)!.push({ name: `${track} ${until}`, of: members, shown, truth: shown });
	};
	const named = note.indicators.find(({ code }) => code === indicator)!.nameVi;
	const row = reportTables(data, note).chi_tieu.find((each) => each.ten_chi_tieu === named);
	const communes = programmeUnits(history, track, `${until}-12-31`);
	const programme = (year: number) =>
		new Map(communes.flatMap(({ id }) => (isDuring(history, id, year) ? [[String(id), 1]] : [])));
	if (row) {
		add(until, row.ky_nay, programme(until));
		add(until - 1, row.ky_truoc, programme(until - 1));
	}
	const compared = /^([\d.]+) .*, (giảm|tăng) ([\d.]+) /.exec(reportFields(data, note).so_sanh);
	if (compared) {
		const now = readNumber(compared[1]!)!;
		const change = readNumber(compared[3]!)! * (compared[2] === 'giảm' ? 1 : -1);
		const frame = findFrame(history.frames, toMonth(until, 12), history.calendar)!;
		const ids = frame.unitIds
			.map((id) => latestSelf(history, id))
			.filter((id) => [until, until - 1].every((year) => countOf(history, id, year) !== undefined));
		for (const [year, total] of [
			[until, now],
			[until - 1, now + change]
		] as const) {
			const of = new Map<string, number>();
			for (const id of ids) {
				for (const [part, factor] of partsOf(history, id, year)) {
					of.set(part, (of.get(part) ?? 0) + factor);
				}
			}
			add(year, String(total), of);
		}
	}
	return prints;
}
