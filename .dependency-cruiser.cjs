/**
 * Import rules. A layer may import itself and what its row names; no layer imports one above it: domain, server, view,
 * state, map, components, routes.
 */

const GENERATED = '^src/lib/paraglide/';
const DOMAIN = '^src/lib/domain/';
const VIEW = '^src/lib/view/';
const STATE = '^src/lib/state/';
const MAP = '^src/lib/map/';
const SERVER = '^src/lib/server/';
const SVELTE = '^(node_modules/svelte/|\\$app/)';
const KIT = '^(node_modules/@sveltejs/kit/|\\$app/|\\./\\$types)';
const DRIZZLE = '^node_modules/drizzle-orm/';
/** Types only: they leave no trace in what runs. */
const GEO_TYPES = '^node_modules/(@types/)?(geojson|topojson-specification)/';

/** Name of the rule, folder, and what it may import beside itself. */
const LAYERS = [
	[
		'domain',
		DOMAIN,
		['^node_modules/(valibot/|@stdlib/|simple-statistics/|fastest-levenshtein/|@turf/[^/]+/)']
	],
	[
		'view',
		VIEW,
		[
			DOMAIN,
			GENERATED,
			GEO_TYPES,
			'^node_modules/(valibot|csv-stringify|(@types/)?d3-scale|@turf/[^/]+)/'
		]
	],
	['solver', '^src/lib/solver/', [DOMAIN, '^(node_modules/)?highs/']],
	[
		'state',
		STATE,
		['^src/lib/solver/', DOMAIN, VIEW, GEO_TYPES, SVELTE, KIT, '^node_modules/valibot/']
	],
	[
		'map',
		MAP,
		[
			DOMAIN,
			VIEW,
			STATE,
			GENERATED,
			GEO_TYPES,
			SVELTE,
			'^node_modules/(maplibre-gl|pmtiles|@deck\\.gl|@fontsource|topojson-client|@types/topojson-client)/',
			'^virtual:'
		]
	],
	[
		'film',
		'^src/lib/film/',
		[DOMAIN, VIEW, STATE, MAP, GENERATED, GEO_TYPES, SVELTE, '^node_modules/mediabunny/']
	],
	[
		'server-db',
		`${SERVER}db/`,
		[
			DOMAIN,
			DRIZZLE,
			`${SERVER}settings\\.ts$`,
			'^node_modules/(@types/)?(postgres|@electric-sql|tar-stream)/'
		]
	],
	[
		'server-import',
		`${SERVER}import/`,
		[
			DOMAIN,
			DRIZZLE,
			GEO_TYPES,
			`${SERVER}db/`,
			// What loading and showing both rest on: the province's calendar and tracks, and its mergers.
			`${SERVER}queries/(calendar|catalogue|province-settings|successions)\\.ts$`,
			'^node_modules/(@types/)?(csv-parse|exceljs|yauzl|iconv-lite|fastest-levenshtein|flatbush|saxes|topojson-client)/',
			'^numfmt$'
		]
	],
	[
		'server-queries',
		`${SERVER}queries/`,
		[
			DOMAIN,
			DRIZZLE,
			GEO_TYPES,
			`${SERVER}(db/|province\\.ts$)`,
			`${VIEW}[a-z-]*wire\\.ts$`,
			'^node_modules/(@types/)?topojson-(client|server|simplify)/'
		]
	],
	[
		'server-data',
		`${SERVER}data/`,
		[DOMAIN, DRIZZLE, `${SERVER}(db|import|queries)/`, '^node_modules/csv-parse/']
	],
	[
		'server-base-map',
		`${SERVER}base-map/`,
		[`${VIEW}base-map\\.ts$`, GEO_TYPES, '^node_modules/(pmtiles|pbf|valibot|@mapbox|@turf)/']
	],
	['server-office', `${SERVER}office/`, [DOMAIN, '^node_modules/(jszip|@xmldom)/']],
	[
		'server-export',
		`${SERVER}export/`,
		[
			DOMAIN,
			VIEW,
			GENERATED,
			DRIZZLE,
			`${SERVER}(base-map|db|queries|sheet|office)/`,
			`${SERVER}province\\.ts$`,
			GEO_TYPES,
			'^node_modules/(@types/)?(csv-stringify|exceljs|docx|topojson-client|easy-template-x|yauzl|jszip|@xmldom)/'
		]
	],
	[
		'server-sheet',
		`${SERVER}sheet/`,
		[
			`${VIEW}(base-map|format|palette|pattern-inks|labels/[a-z-]+)\\.ts$`,
			`${SERVER}escape-markup\\.ts$`,
			GENERATED,
			GEO_TYPES,
			'^node_modules/(@types/)?(pdfkit|topojson-client|topojson-server)/',
			'^node_modules/(proj4|@resvg/resvg-wasm)/'
		]
	],
	[
		'server-story',
		`${SERVER}story/`,
		[
			DOMAIN,
			VIEW,
			GENERATED,
			`${SERVER}(db|queries|sheet|export|office)/`,
			`${SERVER}(province|escape-markup)\\.ts$`,
			GEO_TYPES,
			'^node_modules/(pptxgenjs|jszip|@xmldom)/'
		]
	],
	['server-uploads', `${SERVER}uploads/`, [DOMAIN]],
	['server-evidence', `${SERVER}evidence/`, [DOMAIN, '^node_modules/tsx/']],
	[
		'server-disclosure',
		`${SERVER}disclosure/`,
		[
			DOMAIN,
			'^src/lib/solver/',
			`${SERVER}(db|data|queries)/`,
			`${SERVER}province\\.ts$`,
			'^node_modules/tsx/'
		]
	],
	[
		'server-exports',
		`${SERVER}exports/`,
		[DOMAIN, `${SERVER}(db|queries)/`, '^node_modules/piscina/']
	],
	[
		'server-jobs',
		`${SERVER}jobs/`,
		[DOMAIN, DRIZZLE, VIEW, `${SERVER}(db|import)/`, '^node_modules/tsx/']
	]
];

/** Each part of the server may ask where the program's files are. */
const RESOURCES = `${SERVER}resources\\.ts$`;

const layerRules = LAYERS.map(([name, folder, others]) => ({
	name: `${name}-imports`,
	severity: 'error',
	from: { path: folder, pathNot: '\\.test\\.ts$' },
	// Node's own modules have a rule of their own: `browser-not-node`.
	to: {
		pathNot: [folder, ...others, ...(folder.startsWith(SERVER) ? [RESOURCES] : [])],
		dependencyTypesNot: ['core']
	}
}));

/** Route files that run on the server only; those that run in the browser as well. */
const SERVER_ROUTE = '^src/routes/.*\\+(server|page\\.server|layout\\.server)\\.ts$';
const PAGE_ROUTE = '^src/routes/';

module.exports = {
	forbidden: [
		...layerRules,
		{
			name: 'components-not-server',
			comment: 'Components may import everything in lib but the server.',
			severity: 'error',
			from: { path: '^src/lib/components/' },
			to: { path: SERVER }
		},
		{
			name: 'server-edge-imports',
			comment: 'HTTP and the command line speak to the server, and show through the view.',
			severity: 'error',
			from: { path: `${SERVER}(http|command)/`, pathNot: '\\.test\\.ts$' },
			to: { path: '^src/', pathNot: [SERVER, VIEW, DOMAIN, GENERATED] }
		},
		{
			name: 'server-not-browser',
			severity: 'error',
			from: { path: SERVER },
			to: {
				path: ['^src/lib/(components|map|state)/', '^node_modules/(svelte|maplibre-gl|@deck\\.gl)/']
			}
		},
		{
			name: 'server-not-edge',
			comment: 'Only HTTP and routes know that there is HTTP.',
			severity: 'error',
			from: { path: SERVER, pathNot: `${SERVER}(http|command)/` },
			to: { path: `${SERVER}(http|command)/` }
		},
		{
			name: 'server-routes-imports',
			severity: 'error',
			from: { path: SERVER_ROUTE },
			to: {
				pathNot: [SERVER, DOMAIN, VIEW, GENERATED, KIT, GEO_TYPES],
				dependencyTypesNot: ['core']
			}
		},
		{
			name: 'pages-not-server',
			severity: 'error',
			from: { path: PAGE_ROUTE, pathNot: SERVER_ROUTE },
			to: { path: SERVER }
		},
		{
			name: 'browser-not-node',
			severity: 'error',
			from: {
				path: ['^src/lib/(domain|view|map|state|components)/', PAGE_ROUTE],
				pathNot: [SERVER_ROUTE, '\\.test\\.ts$']
			},
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'nothing-imports-routes',
			severity: 'error',
			from: {},
			to: { path: PAGE_ROUTE }
		},
		{
			name: 'product-stands-alone',
			comment:
				'What is served needs neither tests, scripts nor the generator of the demonstration data.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: '^(tests|scripts|data)/' }
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-barrels',
			comment: 'A file that only hands on what others export hides who needs what.',
			severity: 'error',
			from: {},
			to: { path: '/index\\.(ts|js)$', pathNot: ['^node_modules/', GENERATED] }
		},
		{
			name: 'resolvable',
			severity: 'error',
			from: {},
			to: {
				couldNotResolve: true,
				// numfmt names a file of types that it does not ship; it is found without.
				pathNot: ['^virtual:', '^\\$(app|env)/', '^\\./\\$types', '\\?url$', '^numfmt$']
			}
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', GENERATED] },
		tsPreCompilationDeps: true,
		combinedDependencies: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.svelte.ts', '.json', '.d.ts']
		}
	}
};
