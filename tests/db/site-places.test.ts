import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { runImports } from '#lib/server/import/run-imports.ts';
import { problemText } from '#lib/view/problem-text.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const HEADINGS =
	'site_code,model_code,unit_code,unit_name,name,founded_on,retired_on,lon,lat,teams,replicated_from';
/** In Sín Thầu, 03158; in Mường Nhà, 03368, a hundred kilometres away. */
const SIN_THAU = '102.24,22.33';
const MUONG_NHA = '103.16,21.04';

describe.each(DRIVERS)('places of model sites on $driver', ({ open }) => {
	let database: TestDatabase;
	let folder: string;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		folder = mkdtempSync(join(tmpdir(), 'diaban-sites-'));
	});
	afterAll(async () => {
		await database.close();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Looks at a file with one site of Sín Thầu. */
	async function problemsOf(coordinates: string, foundedOn = '2026-01-15') {
		const file = join(folder, 'sites.csv');
		const row = `NEW1,MH01,03158,Sín Thầu,Điểm mới,${foundedOn},,${coordinates},1,`;
		writeFileSync(file, `${HEADINGS}\n${row}\n`);
		const [report] = await runImports(database, [{ subject: 'sites', file }], {
			importedBy: 'test',
			dryRun: true,
			demonstration: true,
			sensitivity: 'internal',
			replaceDemonstration: false
		});
		return (report?.problems ?? []).map((problem) => ({
			...problem,
			text: problemText(problem)
		}));
	}

	it('take a site in its commune, and one without coordinates', async () => {
		expect(await problemsOf(SIN_THAU)).toEqual([]);
		expect(await problemsOf(',')).toEqual([]);
	});

	it('refuse a site in another commune, with the cell and the commune that it lies in', async () => {
		const [problem] = await problemsOf(MUONG_NHA);
		expect(problem).toMatchObject({ severity: 'error', code: 'site-elsewhere', row: 2 });
		expect(problem?.text.what).toMatch(
			/^Tọa độ 103.16 21.04 nằm ngoài Xã Sín Thầu, cách 1\d\d(,\d)? km\. Điểm này thuộc Xã Mường Nhà\.$/
		);
	});

	it('refuse a site outside of all communes', async () => {
		const [problem] = await problemsOf('105.8,21.0');
		expect(problem).toMatchObject({ severity: 'error', code: 'site-elsewhere' });
		expect(problem?.text.what).not.toContain('thuộc');
	});

	it('say that longitude and latitude stand in each other’s place', async () => {
		const [lon, lat] = SIN_THAU.split(',');
		expect((await problemsOf(`${lat},${lon}`)).map(({ code }) => code)).toEqual(['site-swapped']);
		expect((await problemsOf('999,21')).map(({ code }) => code)).toEqual(['site-off-earth']);
	});

	it('only warn of a site just over the border', async () => {
		// The border of Sín Thầu is looked for eastwards, in steps of some 500 metres.
		const found: string[] = [];
		for (let step = 0; step < 80 && !found.includes('error'); step++) {
			const [problem] = await problemsOf(`${(102.24 + step * 0.005).toFixed(4)},22.33`);
			if (problem && problem.severity !== found.at(-1)) found.push(problem.severity);
		}
		expect(found).toEqual(['warning', 'error']);
	});
});
