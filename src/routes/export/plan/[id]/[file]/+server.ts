import { error } from '@sveltejs/kit';
import { fullName } from '#lib/domain/unit.ts';
import { listScenarios } from '#lib/server/data/scenarios.ts';
import { annexDocument } from '#lib/server/export/plan-annex-document.ts';
import { annexWorkbook } from '#lib/server/export/plan-annex-workbook.ts';
import { annexOf } from '#lib/server/export/plan-annex.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The annex of a saved plan: `annex.docx` or `annex.xlsx`. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province } = await readProvinceRequest(url);
	const scenario = (await reaching(listScenarios(db))).find(({ id }) => id === Number(params.id));
	if (!scenario) error(404, 'scenario-unknown');
	const { history, sources, state } = province;
	const frame = history.frames.find(({ from }) => from === scenario.frame);
	const units = (frame?.unitIds ?? []).map((id) => history.units.get(id)!);
	const annex = annexOf(scenario, {
		demonstration: state.demonstration,
		sources: [...new Set(sources.map(({ fileName }) => fileName))],
		nameOf(code) {
			const unit = units.find((each) => each.code === code);
			return unit ? fullName(unit) : code;
		}
	});
	const name = `phu-luc-${scenario.id}`;
	switch (params.file) {
		case 'annex.docx':
			return attachment(await annexDocument(annex, scenario.author), `${name}.docx`, DOCX);
		case 'annex.xlsx':
			return attachment(await annexWorkbook(annex), `${name}.xlsx`);
		default:
			error(404, 'file-unknown');
	}
};
