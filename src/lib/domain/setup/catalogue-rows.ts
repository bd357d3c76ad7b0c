import * as v from 'valibot';

const whole = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const optional = v.pipe(
	v.string(),
	v.transform((value) => (value === '' ? null : value))
);

/** The rows of each file of the catalogue; headings are column names. */
const ROWS = {
	indicators: v.pipe(
		v.object({
			position: whole,
			code: v.string(),
			name_vi: v.string(),
			name_en: v.string(),
			unit_vi: v.string(),
			unit_en: v.string(),
			aggregation: v.string(),
			periodicity: v.string(),
			better: v.string(),
			numerator_code: optional,
			denominator_code: optional
		}),
		v.transform(({ position, code, aggregation, periodicity, better, ...row }) => ({
			position,
			code,
			aggregation,
			periodicity,
			better,
			nameVi: row.name_vi,
			nameEn: row.name_en,
			unitVi: row.unit_vi,
			unitEn: row.unit_en,
			numeratorCode: row.numerator_code,
			denominatorCode: row.denominator_code
		}))
	),
	tracks: v.pipe(
		v.object({
			position: whole,
			code: v.string(),
			name_vi: v.string(),
			name_en: v.string(),
			leading_indicator: optional
		}),
		v.transform(({ position, code, ...row }) => ({
			position,
			code,
			nameVi: row.name_vi,
			nameEn: row.name_en,
			leadingIndicator: row.leading_indicator
		}))
	),
	programmes: v.pipe(
		v.object({
			code: v.string(),
			name_vi: v.string(),
			name_en: v.string(),
			track_code: v.string(),
			document: v.string(),
			starts_on: v.string(),
			ends_on: optional
		}),
		v.transform(({ code, document, ...row }) => ({
			code,
			document,
			nameVi: row.name_vi,
			nameEn: row.name_en,
			trackCode: row.track_code,
			startsOn: row.starts_on,
			endsOn: row.ends_on
		}))
	),
	limits: v.pipe(
		v.object({ part_code: v.string(), whole_code: v.string() }),
		v.transform((row) => ({ partCode: row.part_code, wholeCode: row.whole_code }))
	),
	headings: v.pipe(
		v.object({ indicator_code: v.string(), heading: v.string() }),
		v.transform((row) => ({ indicatorCode: row.indicator_code, heading: row.heading }))
	)
};

/** The files of the catalogue. */
export type CatalogueFile = keyof typeof ROWS;

/**
 * The catalogue as rows of the database's tables.
 *
 * @param rowsOf the rows of a file, each an object of texts by heading
 * @throws ValiError when a file does not hold what its table needs
 */
export function parseCatalogue(rowsOf: (file: CatalogueFile) => unknown) {
	return {
		indicators: v.parse(v.array(ROWS.indicators), rowsOf('indicators')),
		tracks: v.parse(v.array(ROWS.tracks), rowsOf('tracks')),
		programmes: v.parse(v.array(ROWS.programmes), rowsOf('programmes')),
		limits: v.parse(v.array(ROWS.limits), rowsOf('limits')),
		headings: v.parse(v.array(ROWS.headings), rowsOf('headings'))
	};
}
