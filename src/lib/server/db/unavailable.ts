/** Why the database cannot be used. The code selects the message in the user's language. */
export type UnavailableReason =
	| { code: 'locked'; holder: string; since: string; dataDir: string }
	| { code: 'directory-not-writable'; dataDir: string; detail: string }
	| { code: 'disk-full'; dataDir: string }
	/** `snapshot` is the newest copy; empty where there is none. */
	| { code: 'directory-broken'; dataDir: string; snapshot: string; detail: string }
	| { code: 'url-unreadable' }
	| { code: 'server-unreachable'; server: string; detail: string }
	| { code: 'login-refused'; server: string; detail: string }
	| { code: 'server-too-old'; server: string; version: string }
	| { code: 'postgis-missing'; server: string; detail: string };

export class DatabaseUnavailable extends Error {
	constructor(readonly reason: UnavailableReason) {
		super(reason.code);
		this.name = 'DatabaseUnavailable';
	}
}
