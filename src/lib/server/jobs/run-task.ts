import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from '#lib/domain/problem.ts';
import type { Database, DatabaseAccess } from '../db/database.ts';
import { openAccess } from '../db/open-access.ts';
import { inspectFile } from '../import/inspect-file.ts';
import type { Preview } from '../import/file-run.ts';
import { ProblemList } from '../import/problem-list.ts';
import { namedAlone, withoutFolders } from '../import/without-folders.ts';
import { runImports } from '../import/run-imports.ts';
import type { RowPeriods } from '../import/subjects/indicators/row-periods.ts';
import type { Table } from '../import/tables/table.ts';
import { cellText } from '../import/tables/sheet.ts';
import type { PreviewTable, TaskResult } from '#lib/view/data-wire.ts';
import { failureReason } from './failure-reason.ts';
import type { Task, TaskMessage } from './task.ts';

/** So many rows are shown, beside those that something is wrong with. */
const SHOWN_ROWS = 60;
const SHOWN_FAULTY_ROWS = 200;

/** Runs in a thread of its own: one task, then it ends. */
const { task, access } = workerData as { task: Task; access: DatabaseAccess };
const say = (message: TaskMessage) => parentPort!.postMessage(message);

try {
	const database = await openAccess(access, `npm start, ${task.kind}`);
	try {
		say({ result: await run(database, task) });
	} finally {
		await database.close();
	}
} catch (error) {
	say({ failed: { message: failureReason(error) } });
}

async function run(database: Database, task: Task): Promise<TaskResult> {
	if (task.kind === 'inspect') {
		const problems = new ProblemList(task.file);
		const inspection = await inspectFile(database.db, task.file, problems, task.layer);
		return { kind: 'inspect', inspection, problems: namedAlone(problems.listed) };
	}
	const preview: Preview = {};
	const [report] = await runImports(database, [task.request], {
		...task.options,
		dryRun: task.kind === 'check',
		awaitTurn,
		onPreview: (part) => Object.assign(preview, part),
		onProgress: (step, share) =>
			say({ progress: { step, ...(share === undefined ? {} : { share }) } })
	});
	if (!report) throw new Error('There is no report.');
	const { before, after, tables, periods } = preview;
	return {
		kind: task.kind,
		report: withoutFolders(report),
		preview: {
			...(before ? { shapes: { before, ...(after ? { after } : {}) } } : {}),
			...(tables
				? { tables: tables.map((table) => previewTable(table, report.problems, periods)) }
				: {})
		}
	};
}

/** Asks for the database and waits until it is this task's turn. */
function awaitTurn(): Promise<void> {
	const told = new Promise<void>((resolve) => parentPort!.once('message', () => resolve()));
	say({ awaitsTurn: true });
	return told;
}

function previewTable(
	table: Table,
	problems: readonly Problem[],
	periods: RowPeriods | undefined
): PreviewTable {
	const { sheet, layout } = table;
	const faulty = new Set(
		problems
			.filter((problem) => (problem.sheet ?? '') === sheet.name)
			.map((problem) => problem.row)
			.slice(0, SHOWN_FAULTY_ROWS)
	);
	const body = sheet.rows.filter((row) => row.number > layout.heading.to);
	return {
		sheet: sheet.name,
		titles: layout.titles,
		rows: body
			.filter((row, index) => index < SHOWN_ROWS || faulty.has(row.number))
			.map((row) => ({
				row: row.number,
				cells: row.cells.map(cellText),
				periods: periods?.of(sheet.name, row.number) ?? []
			})),
		total: body.length
	};
}
