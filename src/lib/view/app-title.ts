import { m } from '#lib/paraglide/messages.js';

/** "Chuyển hóa địa bàn · Điện Biên". */
export function appTitle(provinceName: string | null): string {
	return provinceName === null ? m.app_title() : `${m.app_title()} · ${provinceName}`;
}

/** "tỉnh Điện Biên"; a name that says what it is stays as it is. Undefined until a data set named the province. */
export function provinceLabel(provinceName: string | null): string | undefined {
	if (provinceName === null) return undefined;
	return /^(tỉnh|thành phố) /iu.test(provinceName)
		? provinceName
		: m.nav_province({ name: provinceName });
}
