// @ts-check
/**
 * Plays a presentation inside one HTML file, without a network: this text is put into the file as it is. The
 * data stands in the page as JSON, as `show-data.ts` makes it.
 *
 * @typedef {{ code: number; label: string; ratio: string; short: string; color: string; fill: string }} ShowClass
 * @typedef {{ name: string; d: string; at: [number, number] }} ShowUnit
 * @typedef {{ from: number; to: number; words: string; borders: string; outline: string; names: string;
 *   units: ShowUnit[] }} ShowFrame
 * @typedef {{ unit: number; former: number; runs: [number, number][] }} ShowPart a former commune: the row of its
 *   commune, its own row on the boundaries before, and its classes from a month on
 * @typedef {{ from: number; to: number; codes: string; makeup: [number, string][][]; parts: ShowPart[]; unit: number;
 *   district?: number[] }} ShownOn what a slide shows on a frame; bands of a unit from a month on
 * @typedef {{ year: number; text: string; codes: number[]; fills: string[] }} ShowYear
 * @typedef {{ kind: string; title: string; fit: number; note: string; text?: string; textFit?: number; when?: string;
 *   status?: boolean; parts?: string[];
 *   svg?: string; mark?: string; communes?: { name: string; group: string }[];
 *   figures?: { value: string; label: string }[]; month?: number; playFrom?: number;
 *   name?: string; notes?: string[]; frame?: number; years?: ShowYear[];
 *   perPeople?: boolean; classes?: number[]; frames?: (ShownOn | null)[] }} ShowSlide
 * @typedef {{ title: string; about: string; reporting: boolean; width: number; height: number; classes: ShowClass[];
 *   frames: ShowFrame[]; slides: ShowSlide[]; mixed: number; words: Record<string, string>; demonstration: string;
 *   sums: { reached: number[]; never: number[]; fell: number[]; words: { reached: string; approved: string } } }} ShowData
 */

/** @type {ShowData} */
const show = JSON.parse(
	/** @type {HTMLElement} */ (document.getElementById('data')).textContent ?? '{}'
);
const SVG = 'http://www.w3.org/2000/svg';
const STEP_MS = 1000;
const CHANGE_MS = 4000;
const classes = new Map(show.classes.map((each) => [each.code, each]));
/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const slider = /** @type {HTMLInputElement} */ (find('slider'));

let at = 0;
let month = 0;
let playing = 0;
/** Number of a slide, before Enter. */
let typed = '';
/** The frame before the last step; -1 on a slide that just began. */
let before = -1;
/** The frame that stands in the picture. @type {ShowFrame | undefined} */
let drawn;
/** @type {SVGPathElement[]} */
let paths = [];
/** Codes of the slide by frame, unit after unit. @type {Uint8Array[]} */
let codes = [];

/** @param {number} index months since January of year 0 */
const monthText = (index) => {
	const name = `${String((index % 12) + 1).padStart(2, '0')}/${Math.floor(index / 12)}`;
	return show.reporting ? `${name} (15/${((index + 11) % 12) + 1}–14/${(index % 12) + 1})` : name;
};
/** The frame on which the slide stands in the month. */
const frameAt = () =>
	(show.slides[at]?.frames ?? []).findIndex(
		(shown) => shown !== null && shown.from <= month && month <= shown.to
	);

/** @param {number} number */
function goTo(number) {
	stop();
	at = Math.max(0, Math.min(show.slides.length - 1, number));
	document.body.classList.remove('blank');
	find('card').hidden = true;
	const slide = show.slides[at];
	if (!slide) return;
	document.body.dataset.kind = slide.kind;
	find('title').textContent = slide.title;
	find('title').style.setProperty('--fit', String(slide.fit));
	find('note').textContent = slide.note;
	find('text').textContent = slide.text ?? '';
	find('text').style.setProperty('--fit', String(slide.textFit ?? 1));
	document.body.dataset.opening = String(slide.kind === 'text' && (slide.text ?? '').trim() === '');
	const [ahead = '', behind = ''] = (slide.when ?? '').split('{month}');
	find('before').textContent = ahead;
	find('after').textContent = behind;
	find('position').textContent = `${at + 1}/${show.slides.length}`;
	find('figures').replaceChildren(
		...(slide.figures ?? []).map(({ value, label }) => {
			const box = document.createElement('div');
			const big = document.createElement('b');
			const small = document.createElement('span');
			big.textContent = value;
			small.textContent = label;
			box.append(big, small);
			return box;
		})
	);
	drawPlan(slide);
	drawChart(slide);
	codes = (slide.frames ?? []).map((shown) =>
		Uint8Array.from(atob(shown?.codes ?? ''), (c) => c.charCodeAt(0))
	);
	before = -1;
	if (slide.month === undefined) return;
	month = slide.playFrom ?? slide.month;
	draw();
	if (slide.playFrom !== undefined) play();
}

/** A picture that was drawn for this file. @param {string} svg */
const parsed = (svg) => new DOMParser().parseFromString(svg, 'text/html').body.childNodes;

/** Parts of a picture. @param {string} svg */
const parsedSvg = (svg) =>
	new DOMParser().parseFromString(`<svg xmlns="${SVG}">${svg}</svg>`, 'image/svg+xml')
		.documentElement.childNodes;

/** The map of a plan, as it was drawn for this file, and the communes in words. @param {ShowSlide} slide */
function drawPlan({ kind, svg = '', mark = '', communes = [] }) {
	const box = find('plan');
	box.replaceChildren();
	if (kind !== 'plan') return;
	const map = document.createElement('div');
	map.append(...parsed(svg));
	const words = document.createElement('div');
	const head = document.createElement('b');
	head.textContent = mark;
	const list = document.createElement('ol');
	for (const { name, group } of communes) {
		const line = document.createElement('li');
		line.textContent = group === '' ? name : `${name} (${group})`;
		list.append(line);
	}
	words.append(head, list);
	box.append(map, words);
}

/** @param {ShowSlide} slide */
function drawChart({ kind, name = '', notes = [], svg = '', frame = -1, years = [] }) {
	const box = find('chart');
	box.replaceChildren();
	if (kind !== 'chart') return;
	const head = document.createElement('h2');
	head.textContent = name;
	const sheet = document.createElement('div');
	sheet.className = years.length > 0 ? 'years' : 'marks';
	sheet.append(...parsed(svg), ...years.map((year) => yearMap(year, show.frames[frame])));
	for (const mark of sheet.querySelectorAll('circle')) {
		mark.style.fill = classes.get(Number(mark.dataset.code))?.fill ?? 'var(--paper)';
	}
	const used = new Set(years.flatMap(({ codes: each }) => each));
	for (const { dataset } of sheet.querySelectorAll('circle')) used.add(Number(dataset.code));
	const key = document.createElement('ul');
	key.append(...show.classes.filter(({ code }) => used.has(code)).map((known) => keyLine(known)));
	box.append(
		head,
		sheet,
		key,
		...notes.map((note) => {
			const line = document.createElement('p');
			line.textContent = note;
			return line;
		})
	);
}

/** @param {ShowYear} year @param {ShowFrame | undefined} frame */
function yearMap({ year, text, codes: shown, fills }, frame) {
	const figure = document.createElement('figure');
	const map = document.createElementNS(SVG, 'svg');
	map.setAttribute('viewBox', `0 0 ${show.width} ${show.height}`);
	map.setAttribute('role', 'img');
	map.setAttribute('aria-label', text);
	map.append(
		...(frame?.units ?? []).map(({ name, d }, row) => {
			const known = classes.get(shown[row] ?? -1);
			const path = document.createElementNS(SVG, 'path');
			path.setAttribute('d', d);
			path.style.fill = fills[row] ?? 'var(--paper)';
			path.dataset.text = `${name}, ${year}: ${labelOf(known)}`;
			return path;
		})
	);
	const caption = document.createElement('figcaption');
	caption.textContent = String(year);
	figure.append(map, caption);
	return figure;
}

function draw() {
	const slide = show.slides[at];
	const which = frameAt();
	const frame = show.frames[which];
	const shown = slide?.frames?.[which];
	if (!slide || !frame || !shown) return;
	if (frame !== drawn) {
		drawn = frame;
		paths = frame.units.map(({ d }) => pathOf(d));
		find('map').replaceChildren(...paths);
		find('lines').replaceChildren(
			...[
				['casing', frame.borders],
				['border', frame.borders],
				['outline', frame.outline]
			].map(([name = '', d = '']) => pathOf(d, name))
		);
		find('names').replaceChildren(...parsedSvg(frame.names));
	}
	find('names').style.display = slide.parts?.includes('names') === false ? 'none' : '';
	const parts = partsNow(which);
	const inParts = new Set(parts.map(({ unit }) => unit));
	/** @type {Map<number, number>} */
	const counts = new Map();
	/** @type {[number, number][]} */
	const fell = [];
	/** @param {SVGPathElement} path @param {number} row of its commune @param {number} code @param {string} name */
	const paint = (path, row, code, name) => {
		const inDistrict = shown.district?.includes(row) ?? true;
		const wanted = (slide.classes ?? []).length === 0 || slide.classes?.includes(code) === true;
		const faded = shown.unit >= 0 ? row !== shown.unit : !inDistrict || !wanted;
		path.setAttribute('opacity', faded ? '0.18' : '1');
		path.dataset.text = `${name}: ${labelOf(classes.get(code))}`;
		if (inDistrict) counts.set(code, (counts.get(code) ?? 0) + 1);
		return !faded && slide.status === true && show.sums.fell.includes(code);
	};
	paths.forEach((path, row) => {
		const unit = frame.units[row];
		if (inParts.has(row)) {
			path.style.fill = classes.get(0)?.fill ?? 'var(--paper)';
			path.dataset.text = unit?.name ?? '';
			path.setAttribute('opacity', '1');
			return;
		}
		const code = codeOf(which, row);
		path.style.fill = fillOf(code, shown.makeup[row]);
		if (paint(path, row, code, unit?.name ?? '') && unit) fell.push(unit.at);
	});
	const formers = show.frames[which - 1]?.units ?? [];
	find('parts').replaceChildren(
		...parts.map(({ unit, former, code }) => {
			const land = formers[former];
			const path = pathOf(land?.d ?? '', 'part');
			path.style.fill = classes.get(code)?.fill ?? 'var(--paper)';
			if (paint(path, unit, code, land?.name ?? '') && land) fell.push(land.at);
			return path;
		})
	);
	drawMarks(slide.parts?.includes('marks') === false ? [] : fell);
	find('month').textContent = monthText(month);
	find('change').textContent = before >= 0 && before < which ? frame.words : '';
	before = which;
	slider.value = String(month);
	slider.setAttribute('aria-valuetext', monthText(month));
	drawLegend(counts);
}

/** Former communes in the month, each with its class. @param {number} which */
function partsNow(which) {
	return (show.slides[at]?.frames?.[which]?.parts ?? []).flatMap(({ unit, former, runs }) => {
		const code = runs.findLast(([from]) => from <= month)?.[1] ?? 255;
		return code === 255 ? [] : [{ unit, former, code }];
	});
}

/** @param {string} d @param {string} name */
function pathOf(d, name = '') {
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', d);
	if (name !== '') path.setAttribute('class', name);
	return path;
}

/** Diamonds of relapses. @param {[number, number][]} places */
function drawMarks(places) {
	find('marks').replaceChildren(
		...places.map(([x, y]) =>
			pathOf(`M${x} ${y - 8.5}L${x + 8.5} ${y} ${x} ${y + 8.5} ${x - 8.5} ${y}Z`, 'diamond')
		)
	);
}

/** @param {number} which @param {number} row */
function codeOf(which, row) {
	const shown = show.slides[at]?.frames?.[which];
	if (!shown) return 255;
	return codes[which]?.[row * (shown.to - shown.from + 1) + month - shown.from] ?? 255;
}

/** @param {ShowClass | undefined} known */
const labelOf = (known) => (show.slides[at]?.perPeople ? known?.ratio : known?.label) ?? '';

/** Classes with their counts; of status with the sums between them. @param {Map<number, number>} counts */
function drawLegend(counts) {
	const slide = show.slides[at];
	const lines =
		slide?.parts?.includes('legend') === false ? [] : legendLines(counts, slide?.status === true);
	find('legend').replaceChildren(...lines);
	find('legend').style.setProperty('--rows', String(Math.max(9, lines.length)));
}

/** @param {Map<number, number>} counts @param {boolean} status */
function legendLines(counts, status) {
	/** @param {ShowClass} known */
	const line = (known) => withCount(keyLine(known), counts.get(known.code) ?? 0);
	const present = show.classes.filter(({ code }) => (counts.get(code) ?? 0) > 0);
	if (!status) return present.map(line);
	const { reached, never, words } = show.sums;
	/** @param {number[]} codes */
	const listed = (codes) =>
		codes.flatMap((code) => present.find((each) => each.code === code) ?? []);
	/** @param {number[]} codes */
	const sum = (codes) => codes.reduce((all, code) => all + (counts.get(code) ?? 0), 0);
	const approved = [...reached, ...never];
	return [
		...listed(reached).map(line),
		...(sum(reached) > 0 ? [sumLine(words.reached, sum(reached))] : []),
		...listed(never).map(line),
		...(sum(approved) > 0 ? [sumLine(words.approved, sum(approved))] : []),
		...present.filter(({ code }) => !approved.includes(code)).map(line)
	];
}

/** @param {string} words @param {number} count */
function sumLine(words, count) {
	const line = document.createElement('li');
	line.className = 'sum';
	const name = document.createElement('span');
	name.textContent = words;
	line.append(name);
	return withCount(line, count);
}

/** @param {HTMLLIElement} line @param {number} count */
function withCount(line, count) {
	const figure = document.createElement('b');
	figure.textContent = String(count);
	line.append(figure);
	return line;
}

/** @param {ShowClass} known */
function keyLine(known) {
	const line = document.createElement('li');
	const swatch = document.createElementNS(SVG, 'svg');
	const box = document.createElementNS(SVG, 'rect');
	swatch.setAttribute('viewBox', '0 0 29 20');
	swatch.setAttribute('preserveAspectRatio', 'xMidYMid slice');
	box.setAttribute('width', '29');
	box.setAttribute('height', '20');
	box.style.fill = known.fill;
	swatch.append(box);
	if (show.sums.fell.includes(known.code)) {
		swatch.append(pathOf('M14.5 4L20.5 10 14.5 16 8.5 10Z', 'diamond'));
	}
	const name = document.createElement('span');
	name.textContent = show.slides[at]?.perPeople ? known.ratio : known.short;
	line.append(swatch, name);
	return line;
}

/**
 * @param {number} code
 * @param {[number, string][] | undefined} makeup of a unit: its bands have its former units' states
 */
function fillOf(code, makeup) {
	const run = code === show.mixed ? makeup?.findLast(([from]) => from <= month) : undefined;
	return run?.[1] ?? classes.get(code)?.fill ?? 'var(--paper)';
}

function play() {
	const slide = show.slides[at];
	if (slide?.month === undefined) return;
	if (month >= slide.month) month = slide.playFrom ?? show.frames[0]?.from ?? month;
	draw();
	find('play').textContent = show.words.stop ?? '';
	playing = window.setTimeout(step, STEP_MS);
}

function step() {
	const end = show.slides[at]?.month ?? month;
	if (month >= end) return stop();
	const standing = frameAt();
	month = playStep() === 1 ? month + 1 : Math.min(end, (Math.floor((month + 1) / 12) + 1) * 12 - 1);
	draw();
	playing = window.setTimeout(step, frameAt() === standing ? STEP_MS : CHANGE_MS);
}

/** Over less than three years month by month, over more year by year. */
function playStep() {
	const slide = show.slides[at];
	const from = slide?.playFrom ?? show.frames[0]?.from ?? month;
	return (slide?.month ?? month) - from > 36 ? 12 : 1;
}

function stop() {
	window.clearTimeout(playing);
	playing = 0;
	find('play').textContent = show.words.play ?? '';
}

const toggle = () => (playing === 0 ? play() : stop());
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.theme = dark ? 'dark' : 'light';
/** Light or dark, as the hall is. */
function turn() {
	const { dataset } = document.documentElement;
	dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
}
const blank = () => document.body.classList.toggle('blank');

/** @type {Record<string, () => unknown>} */
const KEYS = {
	ArrowRight: () => goTo(at + 1),
	PageDown: () => goTo(at + 1),
	' ': () => goTo(at + 1),
	Enter: () => goTo(at + 1),
	ArrowLeft: () => goTo(at - 1),
	PageUp: () => goTo(at - 1),
	Home: () => goTo(0),
	End: () => goTo(show.slides.length - 1),
	p: toggle,
	b: blank,
	'.': blank,
	d: turn,
	f: () => void document.documentElement.requestFullscreen()
};

document.addEventListener('keydown', (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	if (document.body.classList.contains('blank')) {
		event.preventDefault();
		blank();
		return;
	}
	const target = /** @type {HTMLElement} */ (event.target);
	// The slider and the buttons have keys of their own; a clicker's are for slides, wherever the focus is.
	if (target === slider && /^(Arrow|Home|End)/.test(event.key)) return;
	if (target.tagName === 'BUTTON' && [' ', 'Enter'].includes(event.key)) return;
	if (/^\d$/.test(event.key)) {
		typed += event.key;
		return;
	}
	const number = typed;
	typed = '';
	const jump = event.key === 'Enter' && number !== '';
	const action = jump ? () => Number(number) > 0 && goTo(Number(number) - 1) : KEYS[event.key];
	if (!action) return;
	event.preventDefault();
	action();
});
document.addEventListener('pointermove', (event) => {
	const { text } = /** @type {SVGElement} */ (event.target).dataset ?? {};
	const card = find('card');
	card.hidden = text === undefined;
	if (text === undefined) return;
	card.textContent = text;
	// On the side of the pointer where there is more room.
	const right = event.clientX > innerWidth / 2;
	card.style.left = right ? '' : `${event.clientX + 14}px`;
	card.style.right = right ? `${innerWidth - event.clientX + 14}px` : '';
	card.style.top = `${event.clientY + 14}px`;
});
slider.addEventListener('input', () => {
	stop();
	month = Number(slider.value);
	draw();
});
find('next').addEventListener('click', () => goTo(at + 1));
find('previous').addEventListener('click', () => goTo(at - 1));
find('play').addEventListener('click', toggle);
find('theme').addEventListener('click', turn);
slider.min = String(show.frames[0]?.from ?? 0);
slider.max = String(show.frames.at(-1)?.to ?? 0);
find('picture').setAttribute('viewBox', `0 0 ${show.width} ${show.height}`);
find('about').textContent = show.about;
find('demonstration').textContent = show.demonstration;
goTo(0);
