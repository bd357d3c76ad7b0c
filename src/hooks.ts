import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** English pages live under /en; their routes are the Vietnamese ones. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
