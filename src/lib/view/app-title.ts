import { m } from '#lib/paraglide/messages.js';

/** "Chuyển hóa địa bàn · Điện Biên". */
export function appTitle(provinceName: string | null): string {
	return provinceName === null ? m.app_title() : `${m.app_title()} · ${provinceName}`;
}
