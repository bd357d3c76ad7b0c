import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportIndicators } from '#lib/server/export/export-indicators.ts';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { succession } from '#lib/server/db/schema.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { ImportRequest } from '#lib/server/import/run-imports.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

/** A table that must be refused, and why. */
interface BadTable {
	what: string;
	content: string | Uint8Array;
	problem: Partial<Problem>;
}

const SUCCESSION = 'old_code,old_name,new_code,new_name,population_weight,area_weight,effective\n';
const BAD_SUCCESSION: BadTable[] = [
	{
		what: 'an unknown old unit',
		content: `${SUCCESSION}99999,,10001,,1,1,2020-01-01\n`,
		problem: { code: 'unit-unknown', row: 2, column: 'old_code', value: '99999' }
	},
	{
		what: 'a unit unknown on that day',
		content: `${SUCCESSION}10003,,10003,,1,1,2020-01-01\n`,
		problem: { code: 'unit-not-then', row: 2, column: 'new_code', detail: { date: '2020-01-01' } }
	},
	{
		what: 'weights of a unit that do not add up to 1',
		content: `${SUCCESSION}10003,,10001,,0.5,1,2020-01-01\n`,
		problem: { code: 'weight-sum', column: 'population_weight', value: '0.5', unit: '10003' }
	},
	{
		what: 'a weight with a comma',
		content: `${SUCCESSION}10003,,10001,,"0,5",1,2020-01-01\n`,
		problem: { code: 'number-unreadable', column: 'population_weight', value: '0,5' }
	},
	{
		what: 'a date that is none',
		content: `${SUCCESSION}10003,,10001,,1,1,31/04/2020\n`,
		problem: { code: 'date-unreadable', row: 2, column: 'effective', value: '31/04/2020' }
	},
	{
		what: 'a date in the middle of a unit’s validity',
		content: `${SUCCESSION}10003,,10001,,1,1,2019-06-01\n`,
		problem: { code: 'succession-gap-in-time', row: 2, detail: { from: '2017-01-01' } }
	},
	{
		what: 'a pair of units twice',
		content: `${SUCCESSION}10003,,10001,,0.5,0.5,2020-01-01\n10003,,10001,,0.5,0.5,2020-01-01\n`,
		problem: { code: 'duplicate-row', row: 3, detail: { first: 2 } }
	},
	{
		what: 'no column of new units',
		content: 'old_code,effective\n10003,2020-01-01\n',
		problem: { code: 'column-missing', row: 1, column: 'new_code' }
	},
	{ what: 'an empty file', content: '', problem: { code: 'file-empty' } },
	{
		what: 'a quote that does not close',
		content: `${SUCCESSION}"10003,,10001,,1,1,2020-01-01\n`,
		problem: { code: 'csv-broken' }
	},
	{
		what: 'names in another encoding that are not those of the codes',
		content: Buffer.from(`${SUCCESSION}10003,X\xe3,10001,,1,1,2020-01-01\n`, 'latin1'),
		problem: { code: 'unit-name-differs', row: 2, column: 'old_code' }
	}
];

const INDICATORS = 'unit_code,unit_name,indicator,year,m1,m2,y\n';
const BAD_INDICATORS: BadTable[] = [
	{
		what: 'a figure twice',
		content: `${INDICATORS}10001,,C01,2018,1,2,\n10001,,C01,2018,,2,\n`,
		problem: { code: 'duplicate-row', row: 3, column: 'm2', detail: { first: 2 } }
	},
	{
		what: 'an unknown indicator',
		content: `${INDICATORS}10001,,C99,2018,1,,\n`,
		problem: { code: 'indicator-unknown', row: 2, value: 'C99' }
	},
	...['1.234,5', '-1', '1e3', 'NaN', '9'.repeat(400)].map((value) => ({
		what: `the figure ${value.slice(0, 10)}`,
		content: `${INDICATORS}10001,,C01,2018,1,"${value}",\n`,
		problem: { code: 'number-unreadable' as const, row: 2, column: 'm2', value }
	})),
	{
		what: 'the name of a unit that bore the code at another time',
		content: `${INDICATORS}10001,Xã Tên Mới,C01,2018,1,,\n`,
		problem: { code: 'unit-name-differs', row: 2, detail: { known: '10001', date: '2018-01-31' } }
	},
	{
		what: 'a year that is none',
		content: `${INDICATORS}10001,,C01,18,1,,\n`,
		problem: { code: 'number-unreadable', column: 'year' }
	},
	{
		what: 'a month that has not begun',
		content: `${INDICATORS}10001,,C01,2199,1,,\n`,
		problem: { code: 'period-in-future', row: 2, column: 'm1' }
	},
	...['Họ và tên', 'CCCD', 'ngay_sinh', 'Số điện thoại'].map((column) => ({
		what: `the column ${column}`,
		content: `unit_code,indicator,year,m1,${column}\n10001,C01,2018,1,x\n`,
		problem: { code: 'personal-column' as const, row: 1, column }
	}))
];

const STATUS = 'unit_code,track,status,effective_date\n';
const BAD_STATUS: BadTable[] = [
	{
		what: 'a move that the rules do not allow',
		content: `${STATUS}10001,TTATXH,approved,2018-01-01\n10001,TTATXH,met,2018-06-01\n`,
		problem: {
			code: 'move-not-allowed',
			row: 3,
			value: 'met',
			detail: { from: 'approved', date: '2018-06-01' }
		}
	},
	{
		what: 'an unknown status',
		content: `${STATUS}10001,TTATXH,done,2018-01-01\n`,
		problem: { code: 'status-unknown', value: 'done' }
	},
	{
		what: 'an unknown track',
		content: `${STATUS}10001,XYZ,survey,2018-01-01\n`,
		problem: { code: 'track-unknown', value: 'XYZ' }
	},
	{
		what: 'a day that does not exist',
		content: `${STATUS}10001,TTATXH,survey,2018-02-30\n`,
		problem: { code: 'date-unreadable', column: 'effective_date', value: '2018-02-30' }
	}
];

const MODELS = 'model_code,name_vi,founded_on,retired_on\n';
const BAD_MODELS: BadTable[] = [
	{
		what: 'a model twice',
		content: `${MODELS}MH1,Camera,,\nMH1,Camera,,\n`,
		problem: { code: 'duplicate-row', row: 3, value: 'MH1', detail: { first: 2 } }
	},
	{
		what: 'a model that retired before it was founded',
		content: `${MODELS}MH1,Camera,2020-01-01,2019-01-01\n`,
		problem: { code: 'dates-reversed', row: 2, column: 'retired_on' }
	}
];

const SITES = 'site_code,model_code,unit_code,founded_on,lon,lat,teams\n';
const BAD_SITES: BadTable[] = [
	{
		what: 'an unknown model',
		content: `${SITES}D1,MH9,10001,2018-01-01,,,\n`,
		problem: { code: 'model-unknown', row: 2, value: 'MH9' }
	},
	{
		what: 'no founding date',
		content: `${SITES}D1,MH1,10001,,,,\n`,
		problem: { code: 'value-missing', row: 2, column: 'founded_on' }
	},
	{
		what: 'a position with a comma',
		content: `${SITES}D1,MH1,10001,2018-01-01,"103,05",21.05,\n`,
		problem: { code: 'number-unreadable', row: 2, column: 'lon', value: '103,05' }
	},
	{
		what: 'a site twice',
		content: `${SITES}D1,MH1,10001,2018-01-01,,,1\nD1,MH1,10002,2018-01-01,,,1\n`,
		problem: { code: 'duplicate-row', row: 3, value: 'D1' }
	},
	{
		what: 'a column about persons',
		content: 'site_code,model_code,unit_code,founded_on,Họ tên\nD1,MH1,10001,2018-01-01,x\n',
		problem: { code: 'personal-column', column: 'Họ tên' }
	}
];

describe.each(DRIVERS)('bad tables on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	/** Three communes until the end of 2019; of these, two go on. */
	beforeAll(async () => {
		database = await open();
		const before = folder.write('before.geojson', collection(grid(3, 1)));
		const after = folder.write('after.geojson', collection(grid(2, 1)));
		await load(database, boundaries(before, { validTo: '2019-12-31' }));
		await load(database, boundaries(after, { validFrom: '2020-01-01' }));
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	async function expectRefused(request: ImportRequest, problem: Partial<Problem>) {
		const before = await database.counts();
		const report = await load(database, request);
		expect(report.outcome).toBe('refused');
		expect(report.problems).toContainEqual(
			expect.objectContaining({
				severity: 'error',
				...problem,
				...(problem.detail ? { detail: expect.objectContaining(problem.detail) } : {})
			})
		);
		expect(await database.counts()).toEqual(before);
	}

	it.each(BAD_SUCCESSION)('succession: refuses $what', ({ content, problem }) =>
		expectRefused({ subject: 'succession', file: folder.write('bad.csv', content) }, problem)
	);
	it.each(BAD_INDICATORS)('indicators: refuses $what', ({ content, problem }) =>
		expectRefused({ subject: 'indicators', file: folder.write('bad.csv', content) }, problem)
	);
	it.each(BAD_STATUS)('status: refuses $what', ({ content, problem }) =>
		expectRefused({ subject: 'status', file: folder.write('bad.csv', content) }, problem)
	);
	it.each(BAD_MODELS)('models: refuses $what', ({ content, problem }) =>
		expectRefused({ subject: 'models', file: folder.write('bad.csv', content) }, problem)
	);
	it.each(BAD_SITES)('sites: refuses $what', ({ content, problem }) =>
		expectRefused(
			{
				subject: 'models',
				file: folder.write('models.csv', `${MODELS}MH1,Camera,,\n`),
				sites: folder.write('bad-sites.csv', content)
			},
			problem
		)
	);

	it('refuses what is recorded already, and takes the rest of a year later', async () => {
		const first = folder.write('first.csv', `${INDICATORS}10001,,C01,2018,5,,\n`);
		expect((await load(database, { subject: 'indicators', file: first })).outcome).toBe('loaded');
		const again = `${INDICATORS}10001,,C01,2018,7,6,\n`;
		await expectRefused(
			{ subject: 'indicators', file: folder.write('again.csv', again) },
			{ code: 'already-recorded', row: 2, column: 'm1', value: '7' }
		);
		const rest = folder.write('rest.csv', `${INDICATORS}10001,,C01,2018,,6,\n`);
		expect((await load(database, { subject: 'indicators', file: rest })).outcome).toBe('loaded');
	});

	it('reads shares in percent, by their sign and by their heading', async () => {
		const rows = ['10003,10001,60%,60', '10003,10002,"40 %",40'];
		const file = folder.write(
			'percent.csv',
			`old_code,new_code,Tỷ lệ dân số,Tỷ lệ diện tích (%),effective\n${rows.map((row) => `${row},2020-01-01\n`).join('')}`
		);
		const report = await load(database, { subject: 'succession', file });
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const weights = await database.db
			.select({ people: succession.populationWeight, area: succession.areaWeight })
			.from(succession)
			.where(eq(succession.sourceId, report.sourceId!))
			.orderBy(desc(succession.populationWeight));
		expect(weights).toEqual([
			{ people: 0.6, area: 0.6 },
			{ people: 0.4, area: 0.4 }
		]);
		await undoSource(database, report.sourceId!);
	});

	it('gives half a year out as what it is, and reads it back', async () => {
		const half = folder.write(
			'half.csv',
			'Mã xã,Chỉ tiêu,Kỳ,Số liệu\n10002,C01,6 tháng đầu năm 2017,7\n10002,C01,Năm 2017,9\n'
		);
		expect((await load(database, { subject: 'indicators', file: half })).written).toBe(2);
		const { heading, rows } = await exportIndicators(database.db);
		const csv = [heading, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n');
		const report = await load(database, {
			subject: 'indicators',
			file: folder.write('again.csv', csv)
		});
		expect([report.problemCounts.errors, report.written]).toEqual([0, 0]);
		const figures = rows.flatMap((row) => row.slice(5).filter((cell) => typeof cell === 'number'));
		expect(report.unchanged).toBe(figures.length);
		expect(figures.length).toBeGreaterThanOrEqual(2);
	});

	it('refuses a second way on for a unit', async () => {
		const whole = folder.write('whole.csv', `${SUCCESSION}10003,,10001,,1,1,2020-01-01\n`);
		expect((await load(database, { subject: 'succession', file: whole })).outcome).toBe('loaded');
		const other = folder.write('other.csv', `${SUCCESSION}10003,,10002,,1,1,2020-01-01\n`);
		await expectRefused(
			{ subject: 'succession', file: other },
			{ code: 'already-recorded', row: 2 }
		);
	});

	it('reads an empty cell as not reported, zero as zero', async () => {
		const file = folder.write('zero.csv', `${INDICATORS}10002,,C01,2018,0,,\n`);
		expect(await load(database, { subject: 'indicators', file })).toMatchObject({ written: 1 });
	});

	it('takes models and sites, but not the same again', async () => {
		const request = {
			subject: 'models' as const,
			file: folder.write('models.csv', `${MODELS}MH1,"Camera, an ninh",2018-01-01,\n`),
			sites: folder.write('sites.csv', `${SITES}D1,MH1,10001,2016-05-05,103.05,21.05,2\n`)
		};
		expect(await load(database, request)).toMatchObject({ outcome: 'loaded', written: 2 });
		expect(codesOf(await load(database, request))).toEqual(['already-loaded']);
		folder.write('sites.csv', `${SITES}D2,MH1,10001,2016-05-05,103.05,21.05,2\n`);
		expect(codesOf(await load(database, request))).toEqual(['already-recorded']);
	});
});
