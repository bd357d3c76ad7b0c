/** A place in pixels of the map's box, from its left and top edge. */
export type Point = readonly [x: number, y: number];

/** A rectangle in pixels of the map's box; `x` and `y` are its left and top edge. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A bubble or a diamond, in pixels. */
export interface Circle {
	readonly x: number;
	readonly y: number;
	readonly r: number;
}

/** Polygons of rings, the first ring of each the outer one, in pixels; rings may be closed or not. */
export type ScreenPolygons = readonly (readonly (readonly Point[])[])[];

/** Width of a text in one line, in pixels. */
export type MeasureText = (text: string, fontPx: number, bold: boolean) => number;

/** What decides which unit is named first. */
export interface LabelImportance {
	readonly capital: boolean;
	readonly chosen: boolean;
	/** It has a mark of its own, such as a relapse diamond. */
	readonly marked: boolean;
	readonly ward: boolean;
	readonly areaKm2: number;
}

/** A unit that can be seen and is to be named. */
export interface LabelUnit {
	readonly id: number;
	readonly name: string;
	readonly polygons: ScreenPolygons;
	/** Where its name may stand, where that is not its own land: around a bubble. */
	readonly room?: ScreenPolygons;
	/** A point inside of it, around which its name is tried and to which its leader runs. */
	readonly anchor: Point;
	/** Its bubble, to whose edge the leader runs instead. */
	readonly bubble?: Circle;
	readonly importance: LabelImportance;
}

/** A remark on a place, beside the province at the end of a leader; absent only where no margin is free. */
export interface LabelNote {
	/** Where it is that of a unit, the unit gets no further label, unless it is the capital. */
	readonly id: number;
	readonly text: string;
	readonly anchor: Point;
	/** Handed on to the label as it is. */
	readonly tone: string;
}

export interface LabelInput {
	/** Size of the map in pixels. */
	readonly box: { readonly width: number; readonly height: number };
	/** What labels and leaders must not cover: toolbars, notes. */
	readonly reserved: readonly Rect[];
	readonly units: readonly LabelUnit[];
	/** Scale of the type: names are 11 px high at 1, the capital's 12.3. */
	readonly factor: number;
	readonly measure: MeasureText;
	/** Whose names may stand beside the province when they do not fit in; notes always do. */
	readonly leadersFor: 'all' | 'capital';
	/** Marks that labels do not cover; leaders run over them where there is no other way. */
	readonly avoid: readonly Circle[];
	readonly extraLeaders: readonly LabelNote[];
}

/** A line from a label to the place that it names. */
export interface Leader {
	/** From the text over the elbow to the dot. */
	readonly points: readonly Point[];
	/** Middle of the dot at the named place. */
	readonly dot: Point;
	/** Edge of the text that keeps its place: `end` left of the province, `start` right of it. */
	readonly align: 'start' | 'end';
}

/** A label in its place. */
export interface PlacedLabel {
	readonly id: number;
	readonly kind: 'unit' | 'note';
	/** One line or two. */
	readonly lines: readonly string[];
	/** Centre of the label's box, in pixels. */
	readonly x: number;
	readonly y: number;
	/** Size of its box in pixels; its lines share the height evenly. */
	readonly width: number;
	readonly height: number;
	readonly fontPx: number;
	readonly bold: boolean;
	readonly leader?: Leader;
	/** Only a note has one. */
	readonly tone?: string;
}
