import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	closeSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync
} from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/run-tool.mjs';

/**
 * Follows `docs/operating` word for word, as the superuser, in a file system and a network of its own: what it changes
 * in /etc, /opt and /var goes with it, and no other machine can be reached. Started by `npm run operating`.
 *
 * Its own part is what the guide leaves to the reader: a certificate, a name in /etc/hosts, and looking whether each
 * answer is what the guide says.
 */

const GUIDES = ['en', 'vi'].map((language) => join(PROJECT, `docs/operating.${language}.md`));
const SERVICE_LOG = '/var/log/diaban.log';
const SHIMS = '/run/shims';
const ADDRESS = 'http://127.0.0.1:3000';
const PROXY = 'https://bando.example';
/** As a reader looks again until the database is open. */
const PATIENT_CURL = `curl() { command curl --silent --fail --retry 90 --retry-delay 1 --retry-all-errors "$@"; }`;

let runs = 0;

if (process.getuid?.() !== 0) fail('This needs the superuser.');
if (!existsSync(join(PROJECT, 'build/index.js'))) fail('Build first: npm run build.');

if (process.argv[2] !== '--inside') {
	const inside = spawnSync(
		'unshare',
		[
			'--mount',
			'--net',
			'--pid',
			'--fork',
			'--mount-proc',
			// The first process of a namespace has to wait for those that lost their parent; Node.js does not.
			'bash',
			'-c',
			'"$@"; exit $?',
			'bash',
			process.execPath,
			...process.argv.slice(1),
			'--inside'
		],
		{ stdio: 'inherit', cwd: PROJECT }
	);
	process.exit(inside.status ?? 1);
}

const blocks = GUIDES.map(readBlocks);
expectSame(
	'the commands of both languages',
	blocks[1]?.map((block) => block.replace('MẬT_KHẨU', 'PASSWORD')),
	blocks[0]
);
prepareRoot();
verifyUnits();
for (const block of blocks[0] ?? []) follow(block);
checkProxy();
runBackupService();
followWithPostgres();
console.log('The guide was followed, word for word.');

/**
 * The commands of a guide, a text for each block.
 *
 * @param {string} file
 */
function readBlocks(file) {
	const text = readFileSync(file, 'utf8');
	return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', body = '']) =>
		body.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim()
	);
}

/** Lays a layer over the folders that the guide writes to, and puts what stands in for systemd and sudo first. */
function prepareRoot() {
	spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run']);
	bash(`ip link set lo up
		for folder in etc opt var tmp; do
			mkdir -p /run/layers/$folder/upper /run/layers/$folder/work
			chmod --reference=/$folder /run/layers/$folder/upper
			mount -t overlay overlay -o lowerdir=/$folder,upperdir=/run/layers/$folder/upper,workdir=/run/layers/$folder/work /$folder
		done
		rm -rf /opt/diaban /etc/diaban /var/lib/diaban /var/lib/diaban-backup /etc/nginx/sites-enabled/*
		userdel diaban 2>/dev/null || true
		echo '127.0.0.1 bando.example' >> /etc/hosts
		mkdir -p /etc/ssl/diaban
		openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bando.example \\
			-addext subjectAltName=DNS:bando.example -keyout /etc/ssl/diaban/privkey.pem \\
			-out /etc/ssl/diaban/fullchain.pem 2>/dev/null`);
	mkdirSync(SHIMS);
	for (const [name, file] of [
		['systemctl', 'systemctl.mjs'],
		['sudo', 'sudo.sh']
	]) {
		// A program without an ending is a module where its folder says so.
		copyFileSync(join(PROJECT, 'tests/operating', file ?? ''), join(SHIMS, name ?? ''));
		chmodSync(join(SHIMS, name ?? ''), 0o755);
	}
	bash(`echo '{"type":"module"}' > ${SHIMS}/package.json`);
}

function verifyUnits() {
	if (spawnSync('which', ['systemd-analyze']).status !== 0) {
		console.log('systemd-analyze is not here: the unit files were not verified.');
		return;
	}
	// The units name programs that the guide installs.
	bash(`useradd --system diaban && mkdir -p /opt/diaban/build && touch /opt/diaban/build/index.js
		systemd-analyze verify ${PROJECT}/deploy/*.service ${PROJECT}/deploy/*.timer
		userdel diaban && rm -rf /opt/diaban`);
}

/**
 * Runs a block, or writes it into the settings.
 *
 * @param {string} block
 */
function follow(block) {
	console.log(`\n${block.replaceAll(/^/gm, '> ')}`);
	const lines = block.split('\n');
	if (lines.every((line) => /^[A-Z_]+=\S+$/.test(line))) {
		// The other database is another guide.
		if (block.includes('DATABASE_URL')) return console.log('(PostgreSQL: below)');
		appendFileSync('/etc/diaban/env', `${block}\n`);
		bash('systemctl restart diaban');
		holdings(ADDRESS);
		return;
	}
	if (lines[0] === 'npm ci') return console.log('(built before)');
	bash(block);
	if (block.includes('/tmp/drill')) {
		expectSame('the restored data', holdings('http://127.0.0.1:3999'), holdings(ADDRESS));
		bash(`pkill -f "^node /opt/diaban/build$"
			while pgrep -f "^node /opt/diaban/build$" > /dev/null; do sleep 0.2; done
			rm -rf /tmp/drill`);
	}
	if (block.includes('build.new')) holdings(ADDRESS);
}

/**
 * What a server holds.
 *
 * @param {string} address
 * @param {string} kind of its database
 */
function holdings(address, kind = 'pglite') {
	const { status, database, units, dataVersion } = JSON.parse(bash(`curl ${address}/healthz`));
	expectSame(address, [status, database], ['ok', kind]);
	console.log(JSON.stringify({ address, units, dataVersion }));
	return { units, dataVersion };
}

/** Section 4: TLS, other machines read, nobody changes, measurements stay here. */
function checkProxy() {
	const code = (/** @type {string} */ rest) =>
		bash(
			`command curl --silent --cacert /etc/ssl/diaban/fullchain.pem -o /dev/null -w '%{http_code}' ${rest}`
		).trim();
	bash(`curl --cacert /etc/ssl/diaban/fullchain.pem -o /dev/null ${PROXY}/`);
	expectSame('pages', code(`${PROXY}/table`), '200');
	expectSame('without TLS', code('http://bando.example/'), '301');
	expectSame('measurements', code(`${PROXY}/metrics`), '404');
	expectSame(
		'a change',
		code(`-X POST -H 'content-type: application/json' -d '{}' ${PROXY}/api/stories`),
		'403'
	);
	expectSame('an atlas', code(`'${PROXY}/export/map/atlas.pdf'`), '200');
}

/** What the timer starts each night. */
function runBackupService() {
	bash('systemctl start diaban-backup');
	const written = readdirSync('/var/lib/diaban-backup');
	if (!written.some((name) => /^diaban-\d{4}-\d\d-\d\d\.backup$/.test(name))) {
		fail(`The timer's service wrote no backup: ${written.join(', ')}`);
	}
}

/** The same with PostgreSQL, as sections 3, 5 and 6 say beside their commands. */
function followWithPostgres() {
	const found = spawnSync(
		'bash',
		['scripts/postgres-cluster.sh', 'start', '/run/postgres', '5432'],
		{
			cwd: PROJECT,
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	if (found.status !== 0) return console.log('(There is no PostgreSQL here: left out)');
	const admin =
		'export PGHOST=127.0.0.1 PGUSER=postgres PGOPTIONS="-c client_min_messages=warning";';
	bash(
		`${admin} psql --quiet -v ON_ERROR_STOP=1 -v password="'secret'" -f deploy/postgres-role.sql`
	);
	appendFileSync(
		'/etc/diaban/env',
		'DATABASE_URL=postgres://diaban:secret@127.0.0.1:5432/diaban\n'
	);
	bash('systemctl restart diaban');
	const held = holdings(ADDRESS, 'postgres');
	const backup = '/var/lib/diaban-backup/server.backup';
	bash(
		`sudo -u diaban env $(sudo cat /etc/diaban/env) node /opt/diaban/build/data.js backup ${backup}`
	);
	// Messages that an extension exists already can be ignored.
	bash(`${admin} createdb drill; pg_restore --no-owner --dbname=drill ${backup} || true`);
	bash(
		'DATABASE_URL=postgres://postgres@127.0.0.1:5432/drill PORT=3999 node /opt/diaban/build > /run/drill.log &'
	);
	expectSame(
		'the data restored from PostgreSQL',
		holdings('http://127.0.0.1:3999', 'postgres'),
		held
	);
}

/**
 * Runs commands as a reader would, from the project's folder. @returns what they print
 *
 * @param {string} commands
 */
function bash(commands) {
	// A file, since a server that is left running would hold a pipe open.
	const file = `/run/output-${++runs}`;
	const output = openSync(file, 'w');
	const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', `${PATIENT_CURL}\n${commands}`], {
		cwd: PROJECT,
		env: {
			PATH: `${SHIMS}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
			HOME: '/root'
		},
		stdio: ['ignore', output, 'inherit']
	});
	closeSync(output);
	const stdout = readFileSync(file, 'utf8');
	process.stdout.write(stdout);
	if (status !== 0) fail(`It ended with ${status}:\n${commands}`);
	return stdout;
}

/**
 * @param {string} what
 * @param {unknown} found
 * @param {unknown} expected
 */
function expectSame(what, found, expected) {
	const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
	if (left !== right) fail(`${what}: ${left} instead of ${right}`);
}

/**
 * @param {string} text
 * @returns {never}
 */
function fail(text) {
	console.error(text);
	// What the service wrote, as a reader would look into its log.
	if (existsSync(SERVICE_LOG)) console.error(readFileSync(SERVICE_LOG, 'utf8'));
	process.exit(1);
}
