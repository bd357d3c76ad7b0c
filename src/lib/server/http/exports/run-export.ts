import { isHttpError } from '@sveltejs/kit';
import { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { Database, DatabaseAccess } from '../../db/database.ts';
import { errorStack, errorText } from '../../db/error-text.ts';
import { firstCode } from '../../db/has-code.ts';
import { openAccess } from '../../db/open-access.ts';
import type { ExportMessage, ExportOrder, ExportTask, FileHead } from '../../exports/messages.ts';
import { getProvince, holdState } from '../../province.ts';
import type { RequestContext } from '../request-context.ts';
import { makeFile } from './make-file.ts';
import { sendParts } from './send-parts.ts';

/** Runs in a thread of the pool: one file at a time, so that the language is that of the file under way. */
let locale: ExportOrder['locale'] = 'vi';
overwriteGetLocale(() => locale);

/** A server's address does not change; connections to it are kept for the next file. */
let server: Promise<Database> | undefined;

/** Makes a file and sends it through the port of its task. */
export default async function run({ order, access, port }: ExportTask): Promise<void> {
	const say = (message: ExportMessage) => port.postMessage(message);
	say({ started: true });
	locale = order.locale;
	holdState(order.held);
	const database = await open(access).catch((error: unknown) => {
		say({ failed: describe(error) });
		return undefined;
	});
	try {
		if (!database) return;
		const { state } = await getProvince(database.db);
		// The whole file is made from one version of the data.
		holdState(state);
		const { dataVersion } = state;
		if (order.publicYears && order.auditedVersion !== dataVersion) {
			return say({ refused: { status: 503, message: 'data-changed' } });
		}
		const file = await makeFile(contextOf(database, order), order);
		const { name, type, pages } = file;
		const head: FileHead = { name, type, pages, dataVersion };
		if ('parts' in file) {
			say({ head });
			await sendParts(file.parts, port);
		} else {
			const { body } = file;
			say({ whole: head, body: typeof body === 'string' ? Buffer.from(body) : body });
		}
	} catch (error) {
		if (isHttpError(error)) {
			say({ refused: { status: error.status, message: error.body.message } });
		} else say({ failed: describe(error) });
	} finally {
		port.close();
		if ('port' in access) await database?.close();
	}
}

function open(access: DatabaseAccess): Promise<Database> {
	const command = 'npm start, export';
	if ('port' in access) return openAccess(access, command);
	server ??= openAccess(access, command).catch((error: unknown) => {
		server = undefined;
		throw error;
	});
	return server;
}

function contextOf({ db }: Database, { dataDir, publicYears }: ExportOrder): RequestContext {
	return {
		db,
		dataDir,
		async publicCopyOf() {
			if (!publicYears) throw new Error('Nothing was released for the public.');
			return new PublicCopy({ years: publicYears });
		}
	};
}

function describe(error: unknown): Extract<ExportMessage, { failed: unknown }>['failed'] {
	return { message: errorText(error), stack: errorStack(error), code: firstCode(error) };
}
