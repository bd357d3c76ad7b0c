import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request carries a token as `Authorization: Bearer TOKEN`. False if no token is set. */
export function hasToken(headers: Headers, token: string | undefined): boolean {
	const [, sent] = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
	if (token === undefined || sent === undefined) return false;
	// timingSafeEqual needs equal lengths, which hashes have; its duration reveals nothing about the token.
	return timingSafeEqual(hashOf(sent), hashOf(token));
}

function hashOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
