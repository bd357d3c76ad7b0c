import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { stopGracefully } from './stop-gracefully.js';

/** Serves the application on HOST and PORT until SIGTERM or Ctrl+C: `node build`, from any folder. */

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
	refuse(`PORT=${process.env.PORT} không phải là số cổng.`, 'PORT is not a port number.');
}

/**
 * The adapter takes https for granted unless a header or ORIGIN says otherwise. We speak http, so each
 * request is given a header of ours that says so; behind a proxy, its ORIGIN or PROTOCOL_HEADER holds.
 */
const SCHEME_HEADER = 'x-diaban-scheme';
if (!process.env.ORIGIN) process.env.PROTOCOL_HEADER ||= SCHEME_HEADER;

// Boundary files are large; what is sent in is counted while it is written.
process.env.BODY_SIZE_LIMIT ||= '3G';

const server = createServer();
server.once('error', explain);
server.listen(port, host, () => {
	stopGracefully(server);
	const address = server.address();
	const served = typeof address === 'object' && address ? address.port : port;
	console.log(`Diaban: http://${host.includes(':') ? `[${host}]` : host}:${served}`);
	if (process.stdout.isTTY) tellAboutData();
	if (!LOOPBACK.includes(host)) {
		console.log(
			`Máy khác truy cập được địa chỉ này: chỉ cho phép xem, chưa cho phép thay đổi, vì chưa có tài khoản.\n` +
				`Other machines can reach this address: it only reads until there are accounts.`
		);
	}
	// Loading the application opens the database, so only now that the port is ours.
	const application = import(new URL('handler.js', import.meta.url).href);
	server.on('request', async (request, response) => {
		request.headers[SCHEME_HEADER] = 'http';
		const { handler } = await application;
		handler(request, response);
	});
});

/** For a person at a terminal: where the data is, who may change it and how to stop. */
function tellAboutData() {
	const { DATABASE_URL, DATA_DIR } = process.env;
	const place = DATABASE_URL ? 'PostgreSQL (DATABASE_URL)' : resolve(DATA_DIR || '.diaban');
	console.log(`Số liệu / Data: ${place}`);
	if (LOOPBACK.includes(host)) {
		console.log('Chỉ máy này được thay đổi số liệu. / Only this machine may change data.');
	}
	console.log('Dừng bằng Ctrl+C. / Ctrl+C stops.');
}

/** @param {NodeJS.ErrnoException} error */
function explain(error) {
	const other = `PORT=${port + 1} npm start`;
	switch (error.code) {
		case 'EADDRINUSE':
			return refuse(
				`Cổng ${port} trên ${host} đang được chương trình khác sử dụng. Chọn cổng khác: ${other}`,
				`Port ${port} on ${host} is taken by another program. Choose another one: ${other}`
			);
		case 'EACCES':
			return refuse(
				`Không được phép mở cổng ${port}. Chọn cổng từ 1024 trở lên: PORT=3000 npm start`,
				`Port ${port} may not be opened. Choose one from 1024 up: PORT=3000 npm start`
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return refuse(
				`HOST=${host} không phải là địa chỉ của máy này.`,
				`HOST=${host} is not an address of this machine.`
			);
		default:
			throw error;
	}
}

/**
 * @param {string} vietnamese
 * @param {string} english
 * @returns {never}
 */
function refuse(vietnamese, english) {
	console.error(`${vietnamese}\n${english}`);
	process.exit(1);
}
