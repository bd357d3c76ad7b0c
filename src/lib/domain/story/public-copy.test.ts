import { describe, expect, it } from 'vitest';
import { publicCopy } from './public-copy.ts';
import type { Slide, Story } from './story.ts';

const common = { note: '', speaker: 'Chỉ nói miệng', view: 't=2023-12', date: '2026-11-26' };
const seen = { dataVersion: 1, counts: [] };
const chart = (plot: string): Slide => ({
	kind: 'chart',
	key: plot,
	title: plot,
	plot,
	seen,
	...common
});
const STORY: Story = {
	id: 1,
	title: 'Sơ kết',
	revision: 3,
	updatedAt: '2026-11-26',
	slides: [
		{ kind: 'view', key: 'a', title: 'Bản đồ', seen, ...common },
		...['distribution', 'funnel', 'scatter', 'ranking', 'years'].map(chart)
	]
};

describe('a public copy of a presentation', () => {
	const copy = publicCopy(STORY, 'Không có');

	it('has no chart with counts of single communes, and says so in its place', () => {
		expect(copy.slides.map(({ kind }) => kind)).toEqual([
			'view',
			'text',
			'text',
			'text',
			'text',
			'chart'
		]);
		expect(copy.slides[2]).toMatchObject({ key: 'funnel', title: 'funnel', text: 'Không có' });
	});

	it('tells nobody what only the presenter should say', () => {
		expect(JSON.stringify(copy)).not.toContain('Chỉ nói miệng');
		expect(JSON.stringify(STORY)).toContain('Chỉ nói miệng');
	});
});
