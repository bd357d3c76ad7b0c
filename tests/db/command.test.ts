import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { disputedLand } from '../fixtures/disputed-land.ts';
import { ended, linesOf, spawnScript } from './children.ts';

interface Run {
	code: number | null;
	out: string;
	err: string;
}

/** `npm run data -- …`, as a user calls it. */
function data(dataDir: string, ...args: string[]): Promise<Run> {
	const child = spawn(process.execPath, ['scripts/data.mjs', ...args], {
		env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir }
	});
	const run = { out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => (run.out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (run.err += chunk.toString()));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...run })));
}

describe('the command line', () => {
	const folder = temporaryFolder();
	const dataDir = join(folder.path, 'data');
	const good = folder.write('good.geojson', collection(grid(3, 3)));
	const from = ['--valid-from', '2017-01-01'];
	afterAll(() => folder.remove());

	it.each([
		{ args: [], says: 'Cách dùng' },
		{ args: ['--lang', 'en'], says: 'Usage' },
		{ args: ['import', 'clouds', 'x'], says: 'import clouds' },
		{ args: ['sources', '--colour'], says: '--colour' },
		{ args: ['import', 'boundaries', good], says: '--valid-from' },
		{ args: ['import', 'boundaries', good, '--valid-from', '1/1/2017'], says: '1/1/2017' },
		{ args: ['import', 'boundaries', good, ...from, '--level', 'hamlet'], says: 'hamlet' },
		{ args: ['import', 'boundaries', ...from], says: 'FILE' },
		{ args: ['export', 'status'], says: '--out' },
		{ args: ['setup', 'a.json', 'b.json'], says: '[FILE]' },
		{ args: ['setup', 'a.json', '--export'], says: '--export' }
	])('wrong usage: data $args', async ({ args, says }) => {
		const run = await data(dataDir, ...args);
		expect([run.code, run.out]).toEqual([2, '']);
		expect(run.err).toContain(says);
		expect(existsSync(dataDir)).toBe(false);
	});

	it('helps', async () => {
		expect(await data(dataDir, '--help', '--lang=en')).toMatchObject({ code: 0, err: '' });
	});

	it('answers wrong usage in JSON too', async () => {
		const run = await data(dataDir, 'nothing', '--json');
		expect([run.code, JSON.parse(run.out)]).toMatchObject([2, { outcome: 'usage' }]);
	});

	it('repairs what is small and accepts the rest in one go, and says who gained', async () => {
		const file = folder.write('disputed.geojson', disputedLand());
		const load = ['import', 'boundaries', file, ...from, '--dry-run', '--accept-topology'];
		const refused = await data(dataDir, ...load);
		expect(refused.code).toBe(1);
		const lines = refused.err.split('\n').filter((line) => / (LỖI|Cảnh báo) /.test(line));
		expect(lines.map((line) => line.includes('LỖI'))).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
			false,
			false
		]);
		const repaired = await data(dataDir, ...load, '--repair');
		expect([repaired.code, repaired.err]).toEqual([0, '']);
		expect(repaired.out).toContain('Đã tự sửa những chỗ không quá 100 m²: 3 chỗ, tổng 138 m²');
		expect(repaired.out).toContain('10002 10002 được, 10001 10001 mất');
		const limited = await data(dataDir, ...load, '--repair-up-to', '40', '--json');
		expect(JSON.parse(limited.out)).toMatchObject({
			reports: [
				{ repair: { limitM2: 40, changes: [{ to: '10002 10002', from: ['10001 10001'] }] } }
			]
		});
	}, 120_000);

	it('sets a province up from a file, and gives the set-up out', async () => {
		const json = async (...args: string[]): Promise<unknown> => {
			const run = await data(join(folder.path, 'setup'), ...args, '--json');
			return [run.code, JSON.parse(run.out)];
		};
		const out = join(folder.path, 'province.json');
		expect(await json('setup', '--export', '--out', out)).toMatchObject([
			0,
			{ outcome: 'exported' }
		]);
		// Nobody has named the province yet.
		expect(await json('setup', out)).toMatchObject([
			1,
			{ outcome: 'refused', faults: [{ path: ['province', 'name'], code: 'empty' }] }
		]);
		const setup = JSON.parse(readFileSync(out, 'utf8')) as { province: object };
		const named = { ...setup, province: { ...setup.province, name: 'Bình Minh' } };
		const file = folder.write('named.json', JSON.stringify(named));
		expect(await json('setup', file, '--dry-run')).toMatchObject([0, { outcome: 'would-save' }]);
		expect(await json('setup', file)).toMatchObject([0, { outcome: 'saved' }]);
		expect(await json('setup', file)).toMatchObject([0, { outcome: 'unchanged' }]);
		expect(await json('setup')).toMatchObject([0, { setup: named }]);
		const broken = await data(join(folder.path, 'setup'), 'setup', folder.write('x.json', '{'));
		expect([broken.code, broken.out]).toEqual([1, '']);
		expect(broken.err).toContain('x.json');
	});

	it('tries, loads, lists, exports, checks, copies, undoes and restores', async () => {
		const json = async (...args: string[]): Promise<unknown> => {
			const run = await data(dataDir, ...args, '--json');
			return [run.code, JSON.parse(run.out)];
		};
		const load = ['import', 'boundaries', good, ...from];
		expect(await json(...load, '--dry-run')).toMatchObject([0, { outcome: 'would-load' }]);
		expect(await json('sources')).toMatchObject([0, { sources: [] }]);
		const loaded = await json(...load, '--by', 'Lan');
		expect(loaded).toMatchObject([0, { outcome: 'loaded', reports: [{ written: 9 }] }]);
		const [, { reports }] = loaded as [number, { reports: { sourceId: number }[] }];
		const id = String(reports[0]?.sourceId);
		const again = await data(dataDir, ...load);
		expect([again.code, again.out]).toEqual([1, '']);
		expect(again.err).toContain(`undo ${id}`);
		expect(await json('sources')).toMatchObject([
			0,
			{ sources: [{ id: Number(id), importedBy: 'Lan', sensitivity: 'internal', written: 9 }] }
		]);
		expect(await json('check')).toMatchObject([0, { outcome: 'passed', counts: { unit: 9 } }]);

		const out = join(folder.path, 'out.geojson');
		expect(await json('export', 'boundaries', '--at', '2020-01-01', '--out', out)).toMatchObject([
			0,
			{ files: [{ rows: 9 }] }
		]);
		expect((JSON.parse(readFileSync(out, 'utf8')) as { features: unknown[] }).features.length).toBe(
			9
		);
		expect(JSON.parse(readFileSync(`${out}.meta.json`, 'utf8'))).toMatchObject({
			demonstration: false,
			sources: [{ fileName: 'good.geojson' }]
		});
		const nowhere = join(folder.path, 'none/out.geojson');
		const unwritable = await data(dataDir, 'export', 'status', '--out', nowhere);
		expect([unwritable.code, unwritable.err]).toEqual([1, expect.stringContaining(nowhere)]);

		const copy = join(folder.path, 'copy.tar.gz');
		expect(await json('backup', copy)).toMatchObject([0, { outcome: 'backed-up' }]);
		expect(await json('undo', id)).toMatchObject([0, { removed: { unit: 9 } }]);
		expect(await json('undo', id)).toMatchObject([1, { outcome: 'refused' }]);
		expect(await json('restore', good)).toMatchObject([1, { outcome: 'refused' }]);
		expect(await json('restore', copy)).toMatchObject([0, { outcome: 'restored', units: 9 }]);
		expect(await json('demo', 'load')).toMatchObject([1, { outcome: 'refused' }]);
		expect(await json('load', folder.path)).toMatchObject([
			1,
			{ reports: [{ problems: [{ code: 'not-a-dataset' }] }] }
		]);
		expect(await json(...load, '--label', 'state-secret')).toMatchObject([
			1,
			{ reports: [{ problems: [{ code: 'state-secret' }] }] }
		]);
	}, 600_000);

	it('marks what it exports of the demonstration data, and makes way for real data', async () => {
		const demoDir = join(folder.path, 'demo');
		expect((await data(demoDir, 'demo', 'load')).code).toBe(0);
		const out = join(folder.path, 'status.csv');
		expect((await data(demoDir, 'export', 'status', '--out', out)).code).toBe(0);
		expect(JSON.parse(readFileSync(`${out}.meta.json`, 'utf8'))).toMatchObject({
			demonstration: true,
			note: 'Số liệu minh họa'
		});
		const real = ['import', 'boundaries', good, ...from];
		const mixed = await data(demoDir, ...real);
		expect([mixed.code, mixed.err]).toEqual([1, expect.stringContaining('--replace-demo')]);
		expect((await data(demoDir, ...real, '--replace-demo')).code).toBe(0);
		const { out: listed } = await data(demoDir, 'sources', '--json');
		expect((JSON.parse(listed) as { sources: unknown[] }).sources).toHaveLength(1);
	}, 600_000);

	it('names the process that has the data directory', async () => {
		const held = join(folder.path, 'held');
		const child = spawnScript('tests/fixtures/hold-directory.ts', [held]);
		for await (const line of linesOf(child)) {
			expect(line).toBe('locked');
			break;
		}
		const run = await data(held, 'sources');
		expect([run.code, run.out]).toEqual([1, '']);
		expect(run.err).toContain(`hold-directory (pid ${child.pid})`);
		child.kill('SIGKILL');
		await ended(child);
		expect((await data(held, 'sources')).code).toBe(0);
	});
});
