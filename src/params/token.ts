import type { ParamMatcher } from '@sveltejs/kit';

/** A name that this server made up, such as that of a job or of a file that was sent in. */
export const match: ParamMatcher = (text) => /^[\w-]{1,64}$/.test(text);
