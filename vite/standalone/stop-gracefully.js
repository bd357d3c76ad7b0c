/** How long running requests may take to finish. */
const PATIENCE_MS = 10_000;
/** How long the application may then take to write a last snapshot and to close its database. */
const CLOSING_MS = 60_000;

/** npm hands Ctrl+C on to a process that the terminal told as well: that is still the first signal. */
const SAME_SIGNAL_MS = 1000;

/**
 * On SIGTERM or Ctrl+C: stops accepting, lets running requests finish, then tells the application
 * (`sveltekit:shutdown`), which closes the database and ends the process. A second signal ends it at once.
 *
 * @param {import('node:http').Server} server
 */
export function stopGracefully(server) {
	/** @type {number | undefined} */
	let stoppingSince;

	/** @param {NodeJS.Signals} signal */
	const stop = (signal) => {
		if (stoppingSince !== undefined) {
			if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
			return;
		}
		stoppingSince = performance.now();
		server.close(() => {
			setTimeout(() => process.exit(1), CLOSING_MS).unref();
			// Nobody listens when the application was not loaded yet: nothing is open then.
			if (!process.emit(/** @type {any} */ ('sveltekit:shutdown'), signal)) process.exit(0);
		});
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);

	// A connection kept alive becomes idle when its request is done; it must not delay the end then.
	server.on('request', (_request, response) => {
		response.on('close', () => {
			if (stoppingSince !== undefined) setImmediate(() => server.closeIdleConnections());
		});
	});
}
