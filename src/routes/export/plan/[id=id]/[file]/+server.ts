import { error } from '@sveltejs/kit';
import { listDraftEvents } from '#lib/domain/plan/draft-events.ts';
import { fullName } from '#lib/domain/unit.ts';
import { listScenarios } from '#lib/server/data/scenarios.ts';
import { annexDocument } from '#lib/server/export/plan-annex-document.ts';
import { annexWorkbook } from '#lib/server/export/plan-annex-workbook.ts';
import { annexOf } from '#lib/server/export/plan-annex.ts';
import { getGround } from '#lib/server/export/ground.ts';
import { planOnPaper } from '#lib/server/export/plan-sheet.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import { readSheetForm } from '#lib/server/http/sheet-request.ts';
import { mapSheet, type SheetForm } from '#lib/server/sheet/map-sheet.ts';
import type { Sheet } from '#lib/server/sheet/marks.ts';
import { sheetsPdf } from '#lib/server/sheet/sheet-pdf.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { draftEventsCsv } from '#lib/view/plan-events-csv.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** As large as a page of the annex. */
const ON_ANNEX: SheetForm = { paper: 'A4', side: 'portrait', signed: false };

async function pictureOf(sheet: Sheet | undefined): Promise<Uint8Array | undefined> {
	return sheet && sheetPng(sheet, 2);
}

/**
 * The annex of a saved plan, `annex.docx` or `annex.xlsx`, its map, `sheet.pdf` or `sheet.png`, and of a
 * decided one `events.csv`, draft events for the data room.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province } = await readProvinceRequest(url);
	const scenario = (await reaching(listScenarios(db))).find(({ id }) => id === Number(params.id));
	if (!scenario) error(404, 'scenario-unknown');
	const { history, state } = province;
	const frame = history.frames.find(({ from }) => from === scenario.frame);
	const units = (frame?.unitIds ?? []).map((id) => history.units.get(id)!);
	const { calendar } = history;
	const annex = annexOf(scenario, {
		calendar,
		detected: province.leadingIndicator(scenario.track)?.better === 'depends',
		nameOf(code) {
			const unit = units.find((each) => each.code === code);
			return unit ? fullName(unit) : code;
		}
	});
	const name = `phu-luc-${scenario.id}`;
	const sheet = async (form: SheetForm) =>
		frame &&
		mapSheet(
			planOnPaper(scenario, {
				...{ units, calendar, provinceName: state.provinceName },
				ground: await getGround(db, province, frame)
			}),
			form
		);
	switch (params.file) {
		case 'annex.docx':
			return attachment(
				await annexDocument(annex, scenario.author, await pictureOf(await sheet(ON_ANNEX))),
				`${name}.docx`,
				DOCX
			);
		case 'sheet.pdf':
		case 'sheet.png': {
			const drawn = (await sheet(readSheetForm(url))) ?? error(404, 'frame-unknown');
			return params.file === 'sheet.pdf'
				? attachment(await sheetsPdf([drawn]), `so-do-${scenario.id}.pdf`, 'application/pdf')
				: attachment(await sheetPng(drawn, 2), `so-do-${scenario.id}.png`, 'image/png');
		}
		case 'events.csv': {
			const { decision } = scenario;
			if (!decision) error(404, 'scenario-undecided');
			const csv = draftEventsCsv(scenario, listDraftEvents(scenario, decision.date, history));
			return attachment(
				Buffer.from(`\uFEFF${csv}`),
				`de-xuat-${scenario.id}.csv`,
				'text/csv; charset=utf-8'
			);
		}
		case 'annex.xlsx':
			return attachment(await annexWorkbook(annex), `${name}.xlsx`);
		default:
			error(404, 'file-unknown');
	}
};
