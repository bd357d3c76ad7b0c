import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { postgis } from '@electric-sql/pglite-postgis';
import { TIME_ZONE } from '../time-zone.mjs';
import { flushDirectory } from './flush-directory.mjs';

/**
 * The thread of the embedded database; see `protocol.ts`. Plain JavaScript, because a thread of the built
 * application starts from here, too.
 *
 * @typedef {import('./protocol.ts').Request} Request
 * @typedef {import('./protocol.ts').QueryRequest} QueryRequest
 * @typedef {import('./protocol.ts').ErrorFields} ErrorFields
 * @typedef {import('@electric-sql/pglite').Transaction} Transaction
 */

const {
	directory,
	dump,
	postgis: bundle
} = /** @type {import('./protocol.ts').OpenOptions} */ (workerData);
/** The database's own cache; the operating system and the process hold the files' pages, too. */
const SHARED_BUFFERS = '16MB';
/** When the files were last forced to disk. */
let flushedAt = 0;
const owner = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

const client = await PGlite.create({
	...(directory === undefined ? {} : { dataDir: directory }),
	...(dump === undefined ? {} : { loadDataDir: dump }),
	startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
	extensions: { postgis: bundle === undefined ? postgis : withBundle(bundle), btree_gist }
}).catch((/** @type {unknown} */ error) => {
	owner.postMessage({ failed: fieldsOf(error) });
	return undefined;
});

if (client) {
	const opened = client;
	await opened.exec(`set time zone '${TIME_ZONE}'`);
	serve(owner, opened);
	owner.on('message', (message) => {
		if (message.op === 'connect') serve(message.port, opened);
	});
	owner.postMessage({ opened: true });
}

/**
 * PostGIS with the files of a bundle.
 *
 * @param {string} file
 * @returns {typeof postgis}
 */
function withBundle(file) {
	return {
		...postgis,
		setup: async (pg, options) => ({
			...(await postgis.setup(pg, options)),
			bundlePath: pathToFileURL(file)
		})
	};
}

/**
 * Answers one user.
 *
 * @param {import('node:worker_threads').MessagePort} port
 * @param {PGlite} database
 */
function serve(port, database) {
	/** @type {Map<number, { tx: Transaction, settle: (commit: boolean) => void }>} */
	const transactions = new Map();

	port.on('message', (/** @type {Request} */ request) => {
		if (request.id === undefined) return;
		answer(request).then(
			(value) => port.postMessage({ id: request.id, value }),
			(error) => port.postMessage({ id: request.id, error: fieldsOf(error) })
		);
	});
	port.on('close', () => {
		for (const { settle } of transactions.values()) settle(false);
	});

	/**
	 * @param {Request} request
	 * @returns {Promise<unknown>}
	 */
	async function answer(request) {
		switch (request.op) {
			case 'query':
				return query(request);
			case 'begin':
				return begin(request.transaction);
			case 'end':
				return end(request.transaction, request.commit);
			case 'dump':
				return (await database.dumpDataDir('gzip')).arrayBuffer();
			case 'flush':
				return flush();
			case 'close':
				return close();
		}
	}

	/**
	 * A checkpoint writes changed pages from memory to their files; then the files are flushed.
	 */
	async function flush() {
		await database.exec('checkpoint');
		flushFiles();
	}

	async function close() {
		await database.close();
		flushFiles();
	}

	/** @param {QueryRequest} request */
	async function query({ sql, params, rowMode, asText, blob, transaction }) {
		const target = transaction === undefined ? database : transactions.get(transaction)?.tx;
		if (!target) throw new Error('The transaction has ended.');
		const {
			rows,
			affectedRows,
			fields,
			blob: copied
		} = await target.query(sql, params, {
			rowMode,
			parsers: Object.fromEntries(
				asText.map((type) => [type, (/** @type {string} */ text) => text])
			),
			...(blob ? { blob } : {})
		});
		return { rows, affectedRows, fields, blob: copied };
	}

	/** @type {Map<number, Promise<unknown>>} */
	const ends = new Map();

	/**
	 * Resolves when the transaction has begun: others may come before it.
	 *
	 * @param {number} id
	 */
	function begin(id) {
		return new Promise((begun, failed) => {
			const done = database.transaction(
				(tx) =>
					new Promise((resolve, reject) => {
						const settle = (/** @type {boolean} */ commit) => {
							transactions.delete(id);
							if (commit) resolve(undefined);
							else reject(new RolledBack());
						};
						transactions.set(id, { tx, settle });
						begun(undefined);
					})
			);
			ends.set(id, done);
			done.catch(failed);
		});
	}

	/**
	 * @param {number} id
	 * @param {boolean} commit
	 */
	async function end(id, commit) {
		const done = ends.get(id);
		ends.delete(id);
		transactions.get(id)?.settle(commit);
		await done?.catch((error) => {
			if (!(error instanceof RolledBack)) throw error;
		});
	}
}

function flushFiles() {
	if (directory === undefined) return;
	const begun = Date.now();
	flushDirectory(directory, flushedAt);
	flushedAt = begun;
}

/** Leaves a transaction without committing. */
class RolledBack extends Error {}

/**
 * @param {unknown} error
 * @returns {ErrorFields}
 */
function fieldsOf(error) {
	const { message, code, detail, constraint, table, column } = /** @type {ErrorFields} */ (error);
	return { message: message ?? String(error), code, detail, constraint, table, column };
}
