import type { ParamMatcher } from '@sveltejs/kit';

/** A number that the database gave: from 1 to what fits into its column. */
export const match: ParamMatcher = (text) => /^[1-9]\d{0,8}$/.test(text);
