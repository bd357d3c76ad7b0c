import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { statusCode, trendCode, type StatusClass } from '#lib/domain/map-class.ts';
import type { Story } from '#lib/domain/story/story.ts';
import { m } from '#lib/paraglide/messages.js';
import { partOf } from '#lib/server/import/formats/fixtures/office-part.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { showSlides } from '#lib/server/story/pptx/show-slides.ts';
import type { SlideChart } from '#lib/server/story/slide-chart.ts';
import type { SlidePicture } from '#lib/server/story/slide-picture.ts';
import { classLabel } from '#lib/view/class-label.ts';
import { paintOf } from '#lib/view/palette.ts';
import { funnelPlot } from '#lib/view/plots/funnel-plot.ts';
import { convert, haveOffice } from './convert.ts';
import { officeFaults } from './support/office-faults.ts';

const seen = { dataVersion: 1, counts: [] };
const STORY: Story = {
	id: 1,
	title: 'Hội nghị sơ kết',
	revision: 1,
	updatedAt: '2026-11-26',
	slides: [
		{
			kind: 'view',
			key: 'a',
			title: 'Năm 2019',
			note: 'Đến cuối năm',
			speaker: 'Nói chậm',
			view: 't=2019-12',
			date: '2026-11-26',
			seen
		},
		{
			kind: 'figures',
			key: 'b',
			title: 'Kết quả',
			note: '',
			speaker: '',
			dataVersion: 1,
			date: '2026-11-26',
			figures: [{ value: '42/44', label: 'xã đạt' }]
		},
		{
			kind: 'plan',
			key: 'd',
			title: 'Năm 2027',
			note: '',
			speaker: '',
			scenario: 7,
			name: 'Theo điểm',
			frame: '2025-07-01',
			dataVersion: 1,
			date: '2026-11-26',
			communes: [{ code: '1', name: 'Xã Mường Nhé', group: 'Huyện Mường Nhé' }],
			decision: null
		},
		{
			kind: 'chart',
			key: 'e',
			title: 'Phễu',
			note: '',
			speaker: '',
			plot: 'funnel',
			view: 't=2019-12',
			date: '2026-11-26',
			seen
		},
		{ kind: 'text', key: 'c', title: 'Kết luận', note: '', speaker: '', text: 'Ba việc phải làm' }
	]
};
const STAMP = 'Số liệu minh họa · Số liệu đến 10/2026';

const row = (key: StatusClass, label: string, count: number) =>
	({
		kind: 'class',
		code: statusCode(key),
		mapClass: { theme: 'status', key },
		label,
		count
	}) as const;

async function picture(): Promise<SlidePicture> {
	return {
		png: await sheetPng({ width: 40, height: 30, title: 'Bản đồ', marks: [] }, 1),
		legend: [
			{ ...row('met', 'Đạt – duy trì', 35) },
			{ ...row('exited', 'Đạt, đã đưa ra khỏi diện', 6) },
			{ ...row('retransforming', 'Tái phức tạp, đang làm lại', 3) },
			{ kind: 'sum', label: 'Đã đạt', count: 44 },
			{ ...row('none', 'Không thuộc diện', 86) }
		],
		when: 'Trật tự, an toàn xã hội · 12/2019',
		note: 'Nét mảnh: xã cũ'
	};
}
const CHART: SlideChart = {
	kind: 'marks',
	title: 'Biểu đồ phễu',
	notes: ['Giữa hai đường là ngẫu nhiên.'],
	perPeople: false,
	lit: undefined,
	plot: funnelPlot(
		[2000, 4000, 8000, 12_000].map((exposure, at) => ({
			unitId: at,
			name: `Xã ${at}`,
			now: { count: 3 + at, exposure },
			noise: 0.02
		}))
	),
	codes: (['falling', 'unclear', 'unclear', 'rising'] as const).map(trendCode)
};
const chartOf = ({ kind }: { kind: string }) => (kind === 'chart' ? CHART : undefined);
const planPicture = () => sheetPng({ width: 40, height: 30, title: 'Sơ đồ', marks: [] }, 1);
const write = () => showSlides(STORY, picture, chartOf, planPicture, STAMP);

describe('slides for PowerPoint', () => {
	it('have a legend of coloured shapes, charts that can be edited, the map as a picture, and the notes', async () => {
		const file = await write();
		const first = await partOf(file, 'ppt/slides/slide1.xml');
		const words = ['Năm 2019', 'Đạt – duy trì', 'Đã đạt', 'Trật tự, an toàn xã hội · 12/2019'];
		for (const part of ['<p:pic>', ...words]) expect(first.includes(part), part).toBe(true);
		// Swatches have the map's colours; second states have lines over them, relapses a diamond.
		const { color } = paintOf({ theme: 'status', key: 'met' }, 'light');
		expect(first.match(new RegExp(color.slice(1), 'gi'))?.length).toBe(2);
		expect(first.match(/prst="diamond"/g)).toHaveLength(1);
		expect(first.match(/flipV="1"/g)?.length).toBe(6);
		// The legend is not said a second time.
		for (const part of ['<a:tbl>', 'drawingml/2006/chart']) expect(first).not.toContain(part);
		expect((await partOf(file, 'ppt/notesSlides/notesSlide1.xml')).includes('Nói chậm')).toBe(true);
		const plan = await partOf(file, 'ppt/slides/slide3.xml');
		for (const part of ['<a:tbl>', '<p:pic>', 'Xã Mường Nhé', 'Tham khảo']) {
			expect(plan.includes(part), part).toBe(true);
		}
		const plot = await partOf(file, 'ppt/charts/chart1.xml');
		expect(plot).toContain('<c:scatterChart>');
		// Cases per 10,000 of the first commune: 3 among 2,000.
		expect(plot).toMatch(/<c:v>2000<\/c:v>[^]*<c:v>15<\/c:v>/);
		for (const name of [
			classLabel({ theme: 'trend', key: 'falling' }),
			classLabel({ theme: 'trend', key: 'unclear' }),
			m.plot_curve_common(),
			m.plot_curve_limit95()
		]) {
			expect(plot).toContain(`<c:v>${name}</c:v>`);
		}
		expect(plot).not.toContain('<c:v></c:v>');
		// Three curves are lines without marks; communes are marks without lines.
		expect(plot.match(/<c:symbol val="none"\/>/g)).toHaveLength(3);
		expect(plot.match(/<c:symbol val="circle"\/>/g)).toHaveLength(3);
		// The table behind it opens, too: every row has a number along x.
		const parts = await JSZip.loadAsync(file);
		for (const book of parts.file(/embeddings\/.*\.xlsx$/)) {
			const table = await JSZip.loadAsync(await book.async('nodebuffer'));
			const sheet = await table.file('xl/worksheets/sheet1.xml')!.async('string');
			expect(sheet).not.toMatch(/<v>(null|undefined|NaN)<\/v>/);
		}
		for (const number of [1, 2, 3, 4, 5]) {
			const slide = await partOf(file, `ppt/slides/slide${number}.xml`);
			expect(slide.includes('Số liệu minh họa'), String(number)).toBe(true);
		}
	});
});

describe('what was pasted from PowerPoint', () => {
	it('keeps its line breaks, on the slide and in the notes, in a valid file', async () => {
		const pasted = 'Một\u000bHai\nBa\u0001\ud83d\n';
		const slide = { kind: 'text', key: 'a', title: pasted, note: pasted, speaker: pasted } as const;
		const story: Story = { ...STORY, slides: [{ ...slide, text: pasted }] };
		const file = await showSlides(story, picture, chartOf, planPicture, STAMP);
		expect(await officeFaults(file, 'pptx')).toEqual([]);
		const linesOf = async (part: string) =>
			// As a character, a line end would be shown as a space.
			(await partOf(file, part))
				.replaceAll(/\s/g, ' ')
				.replaceAll(/<a:br>|<\/a:p>/g, '\n')
				.replaceAll(/<[^>]+>/g, '');
		expect(await linesOf('ppt/slides/slide1.xml')).toMatch(/Một Hai Ba\n+Một\n+Hai\n+Ba\n/);
		expect(await linesOf('ppt/notesSlides/notesSlide1.xml')).toMatch(/Một\n+Hai\n+Ba\n/);
	});
});

describe.skipIf(!haveOffice)('slides in LibreOffice', () => {
	it('open and print, one page each', async () => {
		const { pages, pictures, size } = convert(await write(), 'slides.pptx');
		expect(pages).toHaveLength(5);
		expect(pictures).toBe(2);
		expect(size[0] / size[1]).toBeCloseTo(16 / 9, 1);
		expect(pages[0]).toContain('Không thuộc diện');
		expect(pages[1]).toContain('42/44');
		expect(pages[3]).toContain('Biểu đồ phễu');
		expect(pages[4]).toContain('Ba việc phải làm');
	}, 180_000);
});
