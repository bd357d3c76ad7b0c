import { ProvinceMap } from '#lib/map/province-map.ts';
import { fillCode, type ClassSource } from '#lib/view/frame-view.ts';
import { makeClasses, MONTHS } from './classes.ts';
import { Drawing } from './drawing.ts';
import type { Grid } from './grid.ts';

/** Milliseconds of each action, and of an empty redraw made after it. */
export interface Timings {
	actions: number[];
	redraws: number[];
}

type BenchTheme = 'status' | 'trend';

/** The product's map, driven as the product drives it. */
class SliderBench {
	#theme: BenchTheme = 'status';
	#month = 0;

	private constructor(
		readonly province: ProvinceMap,
		readonly drawing: Drawing,
		readonly source: Required<ClassSource>
	) {}

	static async prepare(address: string): Promise<SliderBench> {
		const grid = (await (await fetch(address)).json()) as Grid;
		const nothing = () => undefined;
		const province = await ProvinceMap.create(
			document.querySelector<HTMLElement>('#map')!,
			{ extent: grid.extent, appearance: 'light', title: 'bench' },
			{ hover: nothing, select: nothing, lost: nothing }
		);
		const bench = new SliderBench(province, new Drawing(province.map), makeClasses(grid.units));
		province.showFrame(grid.topology);
		province.usePatterns(new Set(bench.source.matrices.status?.codes));
		bench.#paint();
		await bench.drawing.settle();
		await bench.#requireOneFrame();
		return bench;
	}

	/** Moves along the timeline, a month a step. */
	steps(rounds: number): Promise<Timings> {
		return this.#alternate(rounds, () => this.#step());
	}

	/** Goes to and fro between two themes: every unit changes. */
	async themeChanges(rounds: number): Promise<Timings> {
		this.province.usePatterns(new Set(this.source.matrices.trend?.codes));
		await this.drawing.settle();
		return this.#alternate(rounds, () => {
			this.#theme = this.#theme === 'status' ? 'trend' : 'status';
			this.#paint();
		});
	}

	/**
	 * Steps as a user makes them: the longest task (0 when none is called long), and the median of what a step
	 * costs in script, from the move to the end of its frame's drawing commands; milliseconds.
	 *
	 * A step begins when the graphics have caught up. Drawing in software takes longer than a step's script,
	 * and with frames queued up the script would stand in line for the graphics rather than work.
	 */
	async longestTask(rounds: number): Promise<{ longest: number; script: number }> {
		let longest = 0;
		const observer = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
		});
		observer.observe({ type: 'longtask' });
		const scripts: number[] = [];
		for (let round = 0; round < rounds; round++) {
			await this.drawing.caughtUp();
			const begun = performance.now();
			this.#step();
			this.province.map.redraw();
			scripts.push(performance.now() - begun);
		}
		await this.drawing.caughtUp();
		observer.disconnect();
		return { longest, script: scripts.sort((a, b) => a - b)[rounds >> 1]! };
	}

	async #alternate(rounds: number, action: () => void): Promise<Timings> {
		const { drawing, province } = this;
		const timings: Timings = { actions: [], redraws: [] };
		for (let round = 0; round < rounds; round++) {
			timings.actions.push(await drawing.time(action));
			await drawing.settle();
			timings.redraws.push(await drawing.time(() => province.map.triggerRepaint()));
			await drawing.settle();
		}
		return timings;
	}

	/** The first frame after a step has to be the whole of it, or we would measure too little. */
	async #requireOneFrame(): Promise<void> {
		const before = await this.drawing.pixels(() => this.province.map.triggerRepaint());
		const first = await this.drawing.pixels(() => this.#step());
		await this.drawing.settle();
		const later = await this.drawing.pixels(() => this.province.map.triggerRepaint());
		if (same(before, first)) throw new Error('A step changed nothing in its frame.');
		if (!same(first, later)) throw new Error('A step takes more than one frame.');
	}

	#step(): void {
		this.#month = (this.#month + 1) % MONTHS;
		this.#paint();
	}

	#paint(): void {
		this.province.paint(this.#listPaints());
	}

	*#listPaints() {
		const view = { theme: this.#theme, perPeople: false, layer: 'change' } as const;
		for (let row = 0; row < this.source.units.length; row++) {
			const code = fillCode(this.source, row, this.#month, view);
			if (code === undefined) continue;
			yield { id: this.source.units[row]!.id, code, faded: false };
		}
	}
}

function same(one: Uint8Array, other: Uint8Array): boolean {
	return one.every((value, at) => value === other[at]);
}

declare global {
	interface Window {
		prepareSlider: typeof SliderBench.prepare;
		slider: SliderBench;
	}
}
window.prepareSlider = (address) => SliderBench.prepare(address);
