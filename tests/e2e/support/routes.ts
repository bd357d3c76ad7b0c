import { readdirSync, readFileSync } from 'node:fs';

const ROOT = 'src/routes';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

export interface Route {
	/** As in the address, with its parameters in brackets: `/api/stories/[id=id]`. */
	path: string;
	methods: readonly Method[];
}

/** All pages and endpoints, read from the folders of routes: one that is new is among them at once. */
export function listRoutes(): Route[] {
	const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
	return files.flatMap((file): Route[] => {
		const [, folder = '', kind] = /^(.*?)\/?\+(server\.ts|page\.svelte)$/.exec(file) ?? [];
		if (kind === undefined) return [];
		const path = `/${folder}`.replaceAll(/\/\([^)]+\)/g, '');
		const code = kind === 'server.ts' ? readFileSync(`${ROOT}/${file}`, 'utf8') : '';
		const methods = METHODS.filter((method) => code.includes(`export const ${method}:`));
		return [{ path: path === '' ? '/' : path, methods: kind === 'server.ts' ? methods : ['GET'] }];
	});
}
