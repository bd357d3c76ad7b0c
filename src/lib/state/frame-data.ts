import {
	isEvidenceLayer,
	type EvidenceLayer,
	type TrendBase,
	type TrendQuestion
} from '#lib/domain/evidence/classes.ts';
import { toMonthText, type Month } from '#lib/domain/period.ts';
import type { Topology } from 'topojson-specification';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { MatrixName } from '#lib/view/frame-view.ts';
import {
	decodeMatrix,
	type FrameSummary,
	type FrameUnit,
	type FrameUnits,
	type Heirs,
	type WireMatrix
} from '#lib/view/wire.ts';
import { fetchJson } from './fetch-json.ts';
import { LayerMonths } from './layer-months.ts';

/** What one frame's data depends on. */
export interface FrameRequest {
	summary: FrameSummary;
	dataVersion: number;
	track: string;
	base: TrendBase;
	question: TrendQuestion;
	/** All months of the timeline on the frame's boundaries, not only its own. */
	all: boolean;
	first: Month;
	last: Month;
}

/** A frame with the parts of its data that were needed so far. */
export interface FrameData {
	summary: FrameSummary;
	units: FrameUnit[];
	/** Row of a unit in all matrices. */
	rows: ReadonlyMap<number, number>;
	matrices: Partial<Record<MatrixName, ClassMatrix>>;
}

/** Fetches each part once for a version of the data. */
export class FrameLoader {
	readonly #pending = new Map<string, Promise<unknown>>();
	/** Addresses that have not answered yet. */
	readonly #waiting = new Set<string>();
	/** What was put together, cached by reference, so that nothing is drawn again. */
	readonly #loaded = new Map<string, FrameData>();
	readonly #layers = new Map<string, LayerMonths>();

	/** @throws RequestFailed */
	async load(request: FrameRequest, names: readonly MatrixName[]): Promise<FrameData> {
		const { summary, track, base, question, dataVersion, all } = request;
		const query = `?v=${dataVersion}&track=${encodeURIComponent(track)}${all ? '&all=1' : ''}`;
		const at = `/api/frames/${summary.from}`;
		const key = [at, query, base, question, ...names].join(' ');
		const known = this.#loaded.get(key);
		if (known?.summary === summary) return known;
		const [{ units }, ...wires] = await Promise.all([
			this.#once<FrameUnits>(`${at}/units${query}`),
			...names.map((name) =>
				this.#once<WireMatrix>(
					`${at}/matrix/${name}${query}${name === 'trend' ? `&base=${base}&against=${question}` : ''}`
				)
			)
		]);
		const ids = units.map((unit) => unit.id);
		const data: FrameData = {
			summary,
			units,
			rows: new Map(ids.map((id, row) => [id, row])),
			matrices: Object.fromEntries(
				names.map((name, index) => [name, decodeMatrix(wires[index]!, ids)])
			)
		};
		this.#loaded.set(key, data);
		return data;
	}

	/**
	 * A layer, some months at a time.
	 *
	 * @param inView the month in view, which may move meanwhile: its months come next
	 * @yields the share of the months that `matrix` has; the work stops when the iteration does
	 * @throws RequestFailed
	 */
	async *layer(
		{ summary, track, dataVersion, all, first, last }: FrameRequest,
		name: EvidenceLayer,
		unitIds: number[],
		inView: () => Month
	): AsyncGenerator<{ matrix: ClassMatrix; share: number }> {
		const url = `/api/frames/${summary.from}/matrix/${name}?v=${dataVersion}&track=${encodeURIComponent(track)}${all ? '&all=1' : ''}`;
		let layer = this.#layers.get(url);
		if (!layer) {
			const months = all ? { from: first, to: last } : summary.months;
			this.#layers.set(url, (layer = new LayerMonths(unitIds, months)));
		}
		const { matrix } = layer;
		if (layer.share > 0) yield { matrix, share: layer.share };
		for (let range = layer.next(inView()); range; range = layer.next(inView())) {
			const { from, to } = range;
			const wire = await this.#once<WireMatrix>(
				`${url}&from=${toMonthText(from)}&to=${toMonthText(to)}`
			);
			layer.add(range, decodeMatrix(wire, unitIds));
			yield { matrix, share: layer.share };
		}
	}

	/**
	 * All that a fill needs on a frame; of a layer first some months, then more.
	 *
	 * @param inView as of `layer`
	 * @yields what is here so far; the work stops when the iteration does
	 * @throws RequestFailed
	 */
	async *fills(
		request: FrameRequest,
		name: MatrixName,
		inView: () => Month
	): AsyncGenerator<FrameData> {
		if (!isEvidenceLayer(name)) {
			yield await this.load(request, [name]);
			return;
		}
		const data = await this.load(request, []);
		const ids = data.units.map(({ id }) => id);
		for await (const { matrix } of this.layer(request, name, ids, inView)) {
			yield { ...data, matrices: { [name]: matrix } };
		}
	}

	/** Boundaries as TopoJSON; the browser caches them permanently. */
	boundaries(summary: FrameSummary): Promise<Topology> {
		return this.#once<Topology>(summary.boundariesUrl);
	}

	/**
	 * What became of the communes of some boundaries on others, by code.
	 *
	 * @throws RequestFailed
	 */
	heirs(from: FrameSummary, to: FrameSummary): Promise<Heirs> {
		return this.#once<Heirs>(`/api/heirs?from=${from.from}&to=${to.from}`);
	}

	#once<T>(url: string): Promise<T> {
		const known = this.#pending.get(url);
		if (known) return known as Promise<T>;
		const loading = fetchJson<T>(url);
		this.#pending.set(url, loading);
		this.#waiting.add(url);
		loading.then(
			() => this.#waiting.delete(url),
			() => {
				this.#waiting.delete(url);
				if (this.#pending.get(url) === loading) this.#pending.delete(url);
			}
		);
		return loading;
	}

	/** Forgets pending requests, so that they are repeated. */
	giveUp(): void {
		for (const url of this.#waiting) this.#pending.delete(url);
		this.#waiting.clear();
	}
}
