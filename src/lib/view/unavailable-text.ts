import { m } from '#lib/paraglide/messages.js';

/** Why there is no database, as the server knows it. */
interface Reason {
	code: string;
	[detail: string]: string;
}

/** Title and what to do, in the user's language. */
export function unavailableText(reason: Reason): { title: string; way: string } {
	const detail = reason.detail ?? '';
	const server = reason.server ?? '';
	const dataDir = reason.dataDir ?? '';
	switch (reason.code) {
		case 'locked':
			return {
				title: m.unavailable_locked_title(),
				way: m.unavailable_locked_way({
					dataDir,
					holder: reason.holder ?? '',
					since: reason.since ?? ''
				})
			};
		case 'directory-not-writable':
			return {
				title: m.unavailable_directory_title(),
				way: m.unavailable_directory_way({ dataDir, detail })
			};
		case 'disk-full':
			return {
				title: m.unavailable_full_title(),
				way: m.unavailable_full_way({ dataDir })
			};
		case 'directory-broken':
			return {
				title: m.unavailable_broken_title(),
				way: reason.snapshot
					? m.unavailable_broken_way({ dataDir, detail, snapshot: reason.snapshot })
					: m.unavailable_broken_no_copy({ dataDir, detail })
			};
		case 'url-unreadable':
			return { title: m.unavailable_url_title(), way: m.unavailable_url_way() };
		case 'server-unreachable':
			return {
				title: m.unavailable_server_title(),
				way: m.unavailable_server_way({ server, detail })
			};
		case 'login-refused':
			return {
				title: m.unavailable_login_title(),
				way: m.unavailable_login_way({ server, detail })
			};
		case 'server-too-old':
			return {
				title: m.unavailable_old_title(),
				way: m.unavailable_old_way({ server, version: reason.version ?? '' })
			};
		case 'postgis-missing':
			return {
				title: m.unavailable_postgis_title(),
				way: m.unavailable_postgis_way({ server, detail })
			};
		default:
			return { title: m.unavailable_unexpected_title(), way: detail };
	}
}
