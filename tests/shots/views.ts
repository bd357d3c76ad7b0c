import type { Page } from '@playwright/test';
import { statusCode } from '#lib/domain/map-class.ts';
import type { Appearance, Language, Shot, Size, View } from './shot.ts';
import { SIZES } from './shot.ts';

/** The four themes: pictured on all screens, by day and in a hall. */
const THEMES: View[] = [
	{ name: 'map-status', path: '/', map: true },
	{ name: 'map-trend', path: '/?theme=trend', map: true },
	{ name: 'map-sites', path: '/?theme=sites', map: true },
	{ name: 'map-summary', path: '/?theme=summary', map: true }
];

/** Slides and the presenter's window. */
const STAGES: View[] = [
	{ name: 'stage', path: '/story', act: (page) => openStory(page, '/present') },
	{ name: 'stage-figures', path: '/story', act: (page) => openStory(page, '/present', 2) },
	{ name: 'stage-chart', path: '/story', act: (page) => openStory(page, '/present', 3) },
	{ name: 'stage-years', path: '/story', act: (page) => openStory(page, '/present', 4) },
	{ name: 'file', path: '/story', act: (page) => openFile(page, 1) },
	{ name: 'file-chart', path: '/story', act: (page) => openFile(page, 3) },
	{ name: 'file-years', path: '/story', act: (page) => openFile(page, 4) },
	{ name: 'presenter', path: '/story', act: (page) => openStory(page, '/presenter') }
];

/** @param unit code of a commune that has something to tell */
function others(unit: string): View[] {
	return [
		{ name: 'map-panel', path: `/?unit=${unit}`, map: true },
		{ name: 'map-panel-trend', path: `/?theme=trend&unit=${unit}`, map: true },
		{ name: 'map-filter', path: `/?class=${statusCode('active')}`, map: true },
		{ name: 'map-sites-people', path: '/?theme=sites&per=people', map: true },
		{ name: 'map-before-reform-2019-12', path: '/?t=2019-12', map: true },
		{ name: 'map-before-reform-2024-12', path: '/?t=2024-12', map: true },
		{ name: 'map-layer-rate', path: '/?theme=trend&layer=rate', map: true },
		{ name: 'map-layer-funnel', path: '/?theme=trend&layer=funnel', map: true },
		{ name: 'map-layer-cluster', path: '/?theme=trend&layer=cluster', map: true },
		{ name: 'map-trend-2024-12', path: '/?theme=trend&t=2024-12', map: true },
		{ name: 'map-after-reform-2026-10', path: '/?t=2026-10&step=month', map: true },
		{ name: 'map-trend-not-yet-reported-2026-11', path: '/?theme=trend&t=2026-11', map: true },
		{ name: 'map-not-yet-reported-2026-11', path: '/?t=2026-11', map: true },
		{
			name: 'map-hover',
			path: '/',
			map: true,
			act: async (page) => {
				const box = await page.locator('section.map canvas').first().boundingBox();
				if (box) await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.6);
			}
		},
		{ name: 'map-on-today-2019-12', path: '/?t=2019-12&on=today', map: true },
		{ name: 'map-on-today-trend-2021-12', path: '/?t=2021-12&on=today&theme=trend', map: true },
		{ name: 'map-on-2020-2026-10', path: '/?t=2026-10&on=2020-01-01', map: true },
		{ name: 'plots', path: '/?theme=trend&plots=distribution.ranking', map: true },
		{
			name: 'plots-funnel',
			path: '/?theme=trend&plots=funnel.scatter&pick=03127.03158.03160',
			map: true
		},
		{ name: 'plots-years', path: '/?theme=status&plots=years&pick=03127', map: true },
		{ name: 'data-room', path: '/data' },
		{ name: 'data-sources', path: '/data/sources' },
		{ name: 'data-source', path: '/data/sources/1' },
		{ name: 'data-succession', path: '/data/succession' },
		{ name: 'data-readiness', path: '/data/readiness' },
		{ name: 'data-templates', path: '/data/templates' },
		{ name: 'data-setup', path: '/data/setup' },
		{ name: 'map-trend-drugs', path: '/?theme=trend&track=MATUY', map: true },
		{
			name: 'data-check',
			path: '/data',
			act: async (page) => {
				const csv =
					'unit_code,unit_name,indicator,year,m9,m10\n03127,,C02,2026,1x,-\n,Mường Nhe,C02,2026,2,1\n';
				await page.locator('input[type=file]').setInputFiles({
					name: 'báo cáo.csv',
					mimeType: 'text/csv',
					buffer: Buffer.from(csv)
				});
				await page.locator('form button[type=submit]').click();
				await page.locator('.verdict').waitFor();
			}
		},
		{ name: 'commune', path: `/commune/${unit}` },
		{ name: 'commune-former', path: '/commune/03158?t=2024-12' },
		{ name: 'commune-unknown', path: '/commune/99999' },
		{ name: 'watch', path: '/watch' },
		{ name: 'models', path: '/models' },
		{ name: 'effect', path: '/effect' },
		{ name: 'methods', path: '/methods' },
		{
			name: 'plan',
			path: '/plan',
			act: async (page) => {
				await page.locator('button.primary').click();
				await page.locator('.tag', { hasText: /^(Tham khảo|For reference)$/ }).waitFor();
			}
		},
		{ name: 'report', path: '/report' },
		{ name: 'stories', path: '/story' },
		{ name: 'story', path: '/story', act: (page) => openStory(page, '') },
		...STAGES,
		{
			name: 'compare',
			path: '/compare?t=2018-12&with=2019-12',
			act: (page) => bothMaps(page)
		},
		{
			name: 'compare-swipe',
			path: '/compare?t=2024-12&with=2026-10&mode=swipe',
			act: (page) => bothMaps(page)
		},
		{
			name: 'export',
			path: '/?t=2019-12',
			map: true,
			act: async (page) => {
				await page.locator('.tools button.more').first().dispatchEvent('click');
				await page.locator('dialog h3').first().waitFor();
			}
		},
		{ name: 'report-reform', path: '/report?from=2026-01&to=2026-10' },
		{ name: 'table', path: '/table' },
		{ name: 'table-filter', path: `/table?class=${statusCode('active')}` },
		{ name: 'empty', path: '/', empty: true },
		{ name: 'error-404', path: '/khong-co-trang-nay' },
		{
			name: 'error-server-away',
			path: '/',
			prepare: async (page) => {
				await page.route('**/api/frames/**', (route) => route.abort());
			}
		},
		{
			name: 'no-webgl',
			path: '/',
			prepare: async (page) => {
				await page.addInitScript(() => {
					HTMLCanvasElement.prototype.getContext = () => null;
				});
			}
		},
		{
			name: 'print',
			path: '/',
			map: true,
			act: async (page) => {
				await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
				await page.emulateMedia({ media: 'print' });
			}
		}
	];
}

async function bothMaps(page: Page): Promise<void> {
	await page.locator('section.map[data-ready]').nth(1).waitFor();
	await page.locator('main h3').waitFor();
}

/** A presentation that is carried away as one file. */
async function openFile(page: Page, slide: number): Promise<void> {
	const id = await makeStory(page);
	const { origin } = new URL(page.url());
	const file = await page.request.get(`${origin}/export/story/${id}/show.html`);
	await page.goto('about:blank');
	await page.setContent(await file.text());
	await page.keyboard.press(String(slide));
	await page.keyboard.press('Enter');
}

/** A presentation of a view, of figures, of a chart and of all years. @returns its id */
async function makeStory(page: Page): Promise<number> {
	const seen = { dataVersion: 1, counts: [] };
	const common = { note: '', speaker: 'Nói về 44 địa bàn.', date: '2026-11-26' };
	const { origin } = new URL(page.url());
	const answer = await page.request.post(`${origin}/api/stories`, {
		data: {
			title: 'Hội nghị sơ kết',
			slides: [
				{ kind: 'view', key: 'a', title: '44 địa bàn', view: 't=2019-12', seen, ...common },
				{
					kind: 'figures',
					key: 'b',
					title: 'Kết quả',
					dataVersion: 1,
					...common,
					figures: [
						{ value: '42/44', label: 'xã được công nhận đạt' },
						{ value: '−18,67 %', label: 'phạm pháp hình sự so với cùng kỳ' },
						{ value: '263', label: 'điểm mô hình đang hoạt động' }
					]
				},
				{
					kind: 'chart',
					key: 'c',
					title: 'Phễu',
					plot: 'funnel',
					seen,
					...common,
					view: 't=2023-12&theme=trend'
				},
				{
					kind: 'chart',
					key: 'd',
					title: 'Mười năm',
					plot: 'years',
					seen,
					...common,
					view: 't=2026-10'
				}
			]
		}
	});
	return ((await answer.json()) as { id: number }).id;
}

/** A presentation in the editor, on the stage or in the presenter's window. */
async function openStory(page: Page, at: '' | '/present' | '/presenter', slide = 1): Promise<void> {
	const id = await makeStory(page);
	const { origin, pathname } = new URL(page.url());
	const language = pathname.startsWith('/en/') ? '/en' : '';
	await page.goto(`${origin}${language}/story/${id}${at}?slide=${slide}`);
	if (at === '') await page.locator('fieldset').waitFor();
	else if (at === '/presenter') await page.locator('main').first().waitFor();
	else await page.locator('[data-prepared]').waitFor();
}

/** Everything that is pictured. */
export function listShots(unit: string): Shot[] {
	const shots: Shot[] = [];
	const add = (views: View[], sizes: Size[], appearances: Appearance[], languages: Language[]) => {
		for (const size of sizes) {
			for (const appearance of appearances) {
				for (const language of languages) {
					for (const view of views) shots.push({ view, size, appearance, language });
				}
			}
		}
	};
	add(THEMES, Object.keys(SIZES) as Size[], ['light', 'dark'], ['vi']);
	add(THEMES, ['1366', 'phone'], ['light'], ['en']);
	add(STAGES, ['1920'], ['light', 'dark'], ['vi']);
	add(others(unit), ['1366', 'phone'], ['light'], ['vi']);
	const telling = [
		'map-panel',
		'map-filter',
		'plots-funnel',
		'commune',
		'watch',
		'effect',
		'methods',
		'plan',
		'report',
		'story',
		'stage',
		'table',
		'no-webgl'
	];
	const some = others(unit).filter(({ name }) => telling.includes(name));
	add(some, ['1366'], ['dark'], ['vi']);
	add(some, ['1366'], ['light'], ['en']);
	return shots;
}
