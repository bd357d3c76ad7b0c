import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { PROJECT } from './run-tool.mjs';

/**
 * Writes THIRD-PARTY.md: the packages that are part of the product, with their licences. With `--check` it fails when
 * that file is out of date, or when a package has no licence or one that does not go together with the product's.
 */

/** Development packages whose code is part of the pages. */
const IN_PAGES = [
	'svelte',
	'@sveltejs/kit',
	'@deck.gl/core',
	'@deck.gl/layers',
	'@deck.gl/maplibre'
];

/** Licences under which a product under MIT may use a package; those with conditions ask for the text to be kept. */
const ALLOWED = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BSL-1.0',
	'ISC',
	'LGPL-2.1-or-later',
	'MIT',
	'MPL-2.0',
	'OFL-1.1',
	'Unlicense',
	'Zlib'
]);

/** Packages that state their licence in another place, or in other words, than the field of package.json. */
const STATED_ELSEWHERE = new Map([
	['buffers', 'MIT'],
	['chainsaw', 'MIT'],
	['png-js', 'MIT'],
	['svelte-toolbelt', 'MIT']
]);

const FILE = join(PROJECT, 'THIRD-PARTY.md');

/** @typedef {{ name: string, version: string, license: string, home: string }} Package */

const packages = listPackages();
const refused = packages.filter(({ license }) => !isAllowed(license));
const text = await format(describe(packages), { parser: 'markdown' });

if (process.argv.includes('--check')) {
	const current = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
	if (current !== text)
		console.error('THIRD-PARTY.md is out of date: node scripts/third-party.mjs');
	for (const { name, license } of refused) {
		console.error(`${name}: the licence "${license}" is not among those that are allowed.`);
	}
	process.exit(current === text && refused.length === 0 ? 0 : 1);
}
writeFileSync(FILE, text);
console.log(`${packages.length} packages`);

/** @returns {Package[]} */
function listPackages() {
	/** @type {Record<string, { version: string, dependencies?: object, optionalDependencies?: object, os?: string[], cpu?: string[] }>} */
	const locked = readJson('package-lock.json').packages;
	const { dependencies } = readJson('package.json');
	/** @type {Map<string, Package>} */
	const found = new Map();
	/**
	 * @param {string} name
	 * @param {string} from folder of the package that needs it
	 */
	const visit = (name, from) => {
		const folder = resolveFolder(name, from, locked);
		if (folder === undefined || found.has(folder)) return;
		// Compiled for one system: part of the package that asks for it.
		if (locked[folder]?.os || locked[folder]?.cpu) return;
		const described = readJson(`${folder}/package.json`);
		found.set(folder, {
			name,
			version: described.version,
			license: STATED_ELSEWHERE.get(name) ?? licenseOf(described),
			home: described.homepage ?? addressOf(described.repository)
		});
		const { dependencies, optionalDependencies } = locked[folder] ?? {};
		for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) {
			visit(each, folder);
		}
	};
	for (const name of [...Object.keys(dependencies), ...IN_PAGES]) visit(name, '');
	const unique = new Map([...found.values()].map((each) => [`${each.name} ${each.version}`, each]));
	return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * The folder in which Node.js finds a package, as the lock file has it; undefined for one of another system.
 *
 * @param {string} name
 * @param {string} from
 * @param {object} locked
 * @returns {string | undefined}
 */
function resolveFolder(name, from, locked) {
	for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
		const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
		if (folder in locked) {
			return existsSync(join(PROJECT, folder, 'package.json')) ? folder : undefined;
		}
		if (at === '' || !at.includes('/node_modules/')) {
			const top = `node_modules/${name}`;
			return top in locked && existsSync(join(PROJECT, top, 'package.json')) ? top : undefined;
		}
	}
}

/** @param {{ license?: unknown, licenses?: unknown }} described */
function licenseOf({ license, licenses }) {
	const stated = license ?? (Array.isArray(licenses) ? licenses[0] : licenses) ?? '';
	return typeof stated === 'string' ? stated : (stated.type ?? '');
}

/** @param {string | { url?: string } | undefined} repository */
function addressOf(repository) {
	const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
	return url
		.replace(/^git\+/, '')
		.replace(/^git:\/\//, 'https://')
		.replace(/\.git$/, '');
}

/**
 * Reads an expression of SPDX as far as packages use it: one licence, several with AND, or a choice with OR.
 *
 * @param {string} license
 */
function isAllowed(license) {
	return license
		.replace(/[()]/g, '')
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((each) => ALLOWED.has(each.trim())));
}

/** @param {Package[]} list */
function describe(list) {
	return [
		'# Third-party packages',
		'',
		'What is part of the product, with its licence; made by `node scripts/third-party.mjs`. A build holds each package',
		'with the text of its licence in `build/node_modules`. The font Be Vietnam Pro is under the SIL Open Font License',
		'1.1; its text is served as `/licences/be-vietnam-pro.txt`. gdal3.js (LGPL) is a library of its own that can be',
		'exchanged in `build/node_modules`.',
		'',
		'| package | version | licence | |',
		'| --- | --- | --- | --- |',
		...list.map(
			({ name, version, license, home }) =>
				`| ${name} | ${version} | ${license} | ${/^https?:/.test(home) ? `<${home}>` : ''} |`
		)
	].join('\n');
}

/** @param {string} path */
function readJson(path) {
	return JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));
}
