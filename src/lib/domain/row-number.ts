import * as v from 'valibot';

/** Largest value of an `integer` column of PostgreSQL. */
const LARGEST = 2_147_483_647;

/** A number that a row of the database may have as its id, its revision or its version of the data. */
export const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST));
