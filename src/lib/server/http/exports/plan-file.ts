import { error } from '@sveltejs/kit';
import { listDraftEvents } from '#lib/domain/plan/draft-events.ts';
import { fullName } from '#lib/domain/unit.ts';
import { draftEventsCsv } from '#lib/view/plan-events-csv.ts';
import { listScenarios } from '../../data/scenarios.ts';
import { getGround } from '../../export/ground.ts';
import { annexDocument } from '../../export/plan-annex-document.ts';
import { annexWorkbook } from '../../export/plan-annex-workbook.ts';
import { annexOf } from '../../export/plan-annex.ts';
import { planOnPaper } from '../../export/plan-sheet.ts';
import { mapSheet, type SheetForm } from '../../sheet/map-sheet.ts';
import type { Sheet } from '../../sheet/marks.ts';
import { sheetsPdf } from '../../sheet/sheet-pdf.ts';
import { sheetPng } from '../../sheet/sheet-png.ts';
import { provinceRequest } from '../province-request.ts';
import type { RequestContext } from '../request-context.ts';
import { reaching } from '../request.ts';
import { readSheetForm } from '../sheet-request.ts';
import type { ExportedFile } from './exported-file.ts';
import { DOCX, PDF, PNG } from './media-types.ts';

/** As large as a page of the annex. */
const ON_ANNEX: SheetForm = { paper: 'A4', side: 'portrait', signed: false };

/**
 * The annex of a saved plan, `annex.docx` or `annex.xlsx`, its map, `sheet.pdf` or `sheet.png`, and of a
 * decided one `events.csv`, draft events for the data room.
 */
export async function planFile(
	context: RequestContext,
	url: URL,
	params: Record<string, string>
): Promise<ExportedFile> {
	const { db, province } = await provinceRequest(context.db, url);
	const scenario = (await reaching(listScenarios(db))).find(({ id }) => id === Number(params.id));
	if (!scenario) error(404, 'scenario-unknown');
	const { history, state } = province;
	const frame = history.frames.find(({ from }) => from === scenario.frame);
	const units = (frame?.unitIds ?? []).flatMap((id) => history.units.get(id) ?? []);
	const { calendar } = history;
	const annex = annexOf(scenario, {
		calendar,
		detected: province.leadingIndicator(scenario.track)?.better === 'depends',
		nameOf(code) {
			const unit = units.find((each) => each.code === code);
			return unit ? fullName(unit) : code;
		}
	});
	const sheet = async (form: SheetForm) =>
		frame &&
		mapSheet(
			planOnPaper(scenario, {
				units,
				calendar,
				provinceName: state.provinceName,
				ground: await getGround(db, province, frame)
			}),
			form
		);
	switch (params.file) {
		case 'annex.docx':
			return {
				body: await annexDocument(annex, scenario.author, await pictureOf(await sheet(ON_ANNEX))),
				name: `phu-luc-${scenario.id}.docx`,
				type: DOCX
			};
		case 'annex.xlsx':
			return { body: await annexWorkbook(annex), name: `phu-luc-${scenario.id}.xlsx` };
		case 'sheet.pdf':
		case 'sheet.png': {
			const drawn = (await sheet(readSheetForm(url))) ?? error(404, 'frame-unknown');
			return params.file === 'sheet.pdf'
				? { body: await sheetsPdf([drawn]), name: `so-do-${scenario.id}.pdf`, type: PDF }
				: { body: await sheetPng(drawn, 2), name: `so-do-${scenario.id}.png`, type: PNG };
		}
		case 'events.csv': {
			const { decision } = scenario;
			if (!decision) error(404, 'scenario-undecided');
			const csv = draftEventsCsv(scenario, listDraftEvents(scenario, decision.date, history));
			return {
				body: `\uFEFF${csv}`,
				name: `de-xuat-${scenario.id}.csv`,
				type: 'text/csv; charset=utf-8'
			};
		}
		default:
			error(404, 'file-unknown');
	}
}

async function pictureOf(sheet: Sheet | undefined): Promise<Uint8Array | undefined> {
	return sheet && sheetPng(sheet, 2);
}
