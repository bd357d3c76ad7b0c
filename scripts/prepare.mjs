import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash } from './content-hash.mjs';
import { npmCommand, PROJECT, run, runQuietly, toolCommand } from './run-tool.mjs';

/**
 * Each function brings one thing up to date that others rest on, and does nothing when it is. They end
 * the process when that fails, since nothing can go on without.
 */

/** Installs the packages of package-lock.json, when others or none are there. */
export async function ensureInstalled() {
	if (isInstalled()) return;
	console.log('Installing packages (npm ci) …');
	// The build needs the development packages, also where NODE_ENV=production would leave them out.
	await orEnd(run(npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund'])));
}

/** Compiles the messages of both languages into src/lib/paraglide. */
export async function ensureMessages() {
	const stamp = join(PROJECT, '.cache/messages-hash');
	const hash = contentHash(['messages', 'project.inlang/settings.json', 'package-lock.json']);
	const compiled = existsSync(join(PROJECT, 'src/lib/paraglide/messages.js'));
	if (compiled && readIfThere(stamp) === hash) return;
	console.log('Compiling messages …');
	const options = ['--project', './project.inlang', '--outdir', './src/lib/paraglide'];
	await orEnd(
		run(
			toolCommand('@inlang/paraglide-js', [
				'compile',
				...options,
				'--strategy',
				'url',
				'baseLocale',
				'--emit-ts-declarations',
				'--silent'
			])
		)
	);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, hash);
}

/** What the built application depends on. */
const SOURCES = [
	'src',
	'messages',
	'static',
	'drizzle',
	'data/base',
	'data/catalogue',
	'data/demo',
	'data/facts',
	'vite',
	'project.inlang/settings.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** Builds the application into build/. */
export async function ensureBuilt() {
	const stamp = join(PROJECT, 'build/.source-hash');
	const hash = contentHash(SOURCES);
	if (existsSync(join(PROJECT, 'build/handler.js')) && readIfThere(stamp) === hash) return;
	console.log('Building (vite build) …');
	// The bundler's remarks on packages of others are of interest only where it fails.
	await orEnd(runQuietly(toolCommand('vite', ['build', '--logLevel', 'error'])));
	writeFileSync(stamp, hash);
}

/** Serves the built application in this process. */
export async function startBuilt() {
	await import(pathToFileURL(join(PROJECT, 'build/index.js')).href);
}

/** Whether node_modules holds the versions that package-lock.json names. */
function isInstalled() {
	const wanted = packagesOf('package-lock.json');
	const installed = packagesOf('node_modules/.package-lock.json');
	if (!wanted || !installed) return false;
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' ||
			// Packages for other machines are left out.
			((optional || devOptional) && !(path in installed)) ||
			installed[path]?.version === version
	);
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(file) {
	const text = readIfThere(join(PROJECT, file));
	return text === undefined ? undefined : JSON.parse(text).packages;
}

/** @param {string} path */
function readIfThere(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {Promise<number>} exitCode */
async function orEnd(exitCode) {
	const code = await exitCode;
	if (code !== 0) process.exit(code);
}
