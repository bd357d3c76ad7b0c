const OLDEST = { major: 20, minor: 19 };

/** Ends with a clear message on a Node.js that is too old; otherwise the first failure would be a riddle. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
	const wanted = `${OLDEST.major}.${OLDEST.minor}`;
	console.error(
		`Cần Node.js ${wanted} trở lên; máy này đang chạy ${process.versions.node}.\n` +
			`Node.js ${wanted} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`
	);
	process.exit(1);
}
