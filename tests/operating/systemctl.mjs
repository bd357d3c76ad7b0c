#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/**
 * Stands in for `systemctl` where no systemd runs: does with a unit file what the guide needs, under the unit's user,
 * with its environment and its state directories. Nothing is restarted by itself, and nothing is confined.
 */

const UNITS = '/etc/systemd/system';
const POLL_MS = 50;
/** As TimeoutStopSec in the unit. */
const STOP_MS = 90_000;
const [verb = '', ...rest] = process.argv.slice(2);
const names = rest.filter((each) => !each.startsWith('--'));

/** @param {string} name */
const plain = (name) => name.replace(/\.service$/, '');
/** @param {string} name */
const pidFile = (name) => `/run/${plain(name)}.unit-pid`;

switch (verb) {
	case 'daemon-reload':
		break;
	case 'enable':
	case 'start':
		for (const name of names) await start(name);
		break;
	case 'stop':
		for (const name of names) await stop(name);
		break;
	case 'restart':
		for (const name of names) {
			await stop(name);
			await start(name);
		}
		break;
	case 'reload':
		for (const name of names) reload(name);
		break;
	default:
		throw new Error(`systemctl ${verb} is not known here.`);
}

/** @param {string} name */
async function start(name) {
	if (name === 'nginx') return void spawnSync('nginx', { stdio: 'inherit' });
	const unit = readUnit(name);
	// A timer is started by time alone; its service is run by hand here.
	if (unit.one('ExecStart') === undefined) return;
	const user = unit.one('User') ?? 'root';
	for (const folder of (unit.one('StateDirectory') ?? '').split(' ').filter(Boolean)) {
		mkdirSync(`/var/lib/${folder}`, { recursive: true, mode: 0o700 });
		run('chown', [`${user}:`, `/var/lib/${folder}`]);
	}
	const environment = [
		...unit.all('Environment').flatMap((line) => line.split(' ')),
		...unit.all('EnvironmentFile').flatMap((file) => readEnvironment(file.replace(/^-/, '')))
	];
	const oneshot = unit.one('Type') === 'oneshot';
	const commands = [...unit.all('ExecStart'), ...(oneshot ? unit.all('ExecStartPost') : [])];
	for (const command of commands) {
		const args = ['-u', user, '--', 'env', '-i', 'PATH=/usr/bin:/bin', ...environment];
		const shell = ['sh', '-c', `exec ${command.replaceAll('%%', '%')}`];
		const cwd = unit.one('WorkingDirectory') ?? '/';
		if (oneshot) {
			const { status } = spawnSync('runuser', [...args, ...shell], { cwd, stdio: 'inherit' });
			if (status !== 0) process.exit(status ?? 1);
		} else {
			const log = openSync(`/var/log/${plain(name)}.log`, 'a');
			const child = spawn('runuser', [...args, ...shell], {
				cwd,
				detached: true,
				stdio: ['ignore', log, log]
			});
			closeSync(log);
			writeFileSync(pidFile(name), String(child.pid));
			child.unref();
		}
	}
}

/** @param {string} name */
async function stop(name) {
	if (!existsSync(pidFile(name))) return;
	const group = -Number(readFileSync(pidFile(name), 'utf8'));
	rmSync(pidFile(name));
	signal(group, 'SIGTERM');
	const latest = Date.now() + STOP_MS;
	while (signal(group, 0)) {
		if (Date.now() > latest) throw new Error(`${name} does not stop.`);
		await setTimeout(POLL_MS);
	}
}

/** @param {string} name */
function reload(name) {
	if (name !== 'nginx') throw new Error(`${name} cannot be reloaded.`);
	run('nginx', existsSync('/run/nginx.pid') ? ['-s', 'reload'] : []);
}

/** @param {string} name */
function readUnit(name) {
	const file = `${UNITS}/${name.includes('.') ? name : `${name}.service`}`;
	const lines = readFileSync(file, 'utf8').split('\n');
	/** @param {string} key */
	const all = (key) =>
		lines.flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));
	return { all, one: (/** @type {string} */ key) => all(key)[0] };
}

/** @param {string} file */
function readEnvironment(file) {
	if (!existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => /^\w+=/.test(line));
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} sent
 * @returns whether there is such a process
 */
function signal(pid, sent) {
	try {
		return process.kill(pid, sent);
	} catch {
		return false;
	}
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
	const { status } = spawnSync(program, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}
