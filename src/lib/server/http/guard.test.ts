import { describe, expect, it } from 'vitest';
import { isAllowedHost, isFromThisMachine, reasonToOnlyRead, refuseChange } from './guard.ts';

const OWN = { host: '127.0.0.1', readOnly: false, trustedProxies: [] };
const reason = (headers: Record<string, string>, settings = {}, peer = '127.0.0.1') =>
	reasonToOnlyRead(new Headers(headers), peer, { ...OWN, ...settings });

it('knows a request of this machine from one of another, or of a proxy', () => {
	for (const peer of ['127.0.0.1', '127.0.1.1', '::1', '::ffff:127.0.0.1']) {
		expect(isFromThisMachine(new Headers(), peer), peer).toBe(true);
		expect(isFromThisMachine(new Headers({ 'x-forwarded-for': '10.0.0.7' }), peer)).toBe(false);
	}
	for (const peer of ['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', '']) {
		expect(isFromThisMachine(new Headers(), peer), peer).toBe(false);
	}
});

it('compares a name that is allowed with its port by both', () => {
	const settings = {
		host: '127.0.0.1',
		allowedHosts: ['Bando.local:8443', 'ban.local', '[2001:db8::1]']
	};
	for (const host of ['bando.local:8443', 'ban.local', 'ban.local:3000', '[2001:db8::1]:3000']) {
		expect(isAllowedHost(host, settings), host).toBe(true);
	}
	for (const host of ['bando.local', 'bando.local:3000', 'bando.local:84430', 'xban.local', '']) {
		expect(isAllowedHost(host, settings), host).toBe(false);
	}
});

describe('who may change data', () => {
	it('is this machine', () => {
		expect(reason({})).toBeUndefined();
		expect(reason({ host: 'localhost:3000', origin: 'http://localhost:3000' })).toBeUndefined();
	});

	it('is nobody where the server listens to others, or only reads', () => {
		expect(reason({}, { host: '0.0.0.0' })).toBe('read-only');
		expect(reason({}, { readOnly: true })).toBe('read-only');
	});

	it.each<Record<string, string>>([
		{ 'x-forwarded-for': '10.0.0.7' },
		{ 'x-forwarded-host': 'bando.example' },
		{ 'x-forwarded-proto': 'https' },
		{ 'x-real-ip': '10.0.0.7' },
		{ forwarded: 'for=10.0.0.7' },
		{ via: '1.1 proxy' }
	])('is nobody whom a proxy passes on: %o', (headers) => {
		expect(reason(headers)).toBe('forwarded');
	});

	it('is whom a trusted proxy passes on, and no other', () => {
		const trusted = { trustedProxies: ['127.0.0.1'] };
		expect(reason({ 'x-forwarded-for': '10.0.0.7' }, trusted)).toBeUndefined();
		expect(reason({ 'x-forwarded-for': '10.0.0.7' }, trusted, '10.0.0.9')).toBe('forwarded');
		expect(reason({ 'x-forwarded-for': '10.0.0.7' }, { ...trusted, readOnly: true })).toBe(
			'read-only'
		);
	});
});

describe('a change', () => {
	const change = (headers: Record<string, string>, method = 'PUT') =>
		refuseChange(
			{ method, headers: new Headers({ host: 'localhost:3000', ...headers }) },
			undefined
		);

	it('comes from a page of this server, or from no page', () => {
		expect(change({})).toBeUndefined();
		expect(change({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBe(
			undefined
		);
		expect(change({ 'sec-fetch-site': 'none' })).toBeUndefined();
	});

	it.each<Record<string, string>>([
		{ origin: 'http://evil.example' },
		{ origin: 'http://localhost:4000' },
		{ origin: 'null' },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }
	])('does not come from a page elsewhere, whatever its content: %o', (headers) => {
		for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
			expect(change({ ...headers, 'content-type': type })).toBe('foreign-page');
		}
	});

	it('is no reading', () => {
		for (const method of ['GET', 'HEAD', 'OPTIONS']) {
			expect(change({ origin: 'http://evil.example' }, method)).toBeUndefined();
			expect(refuseChange({ method, headers: new Headers() }, 'read-only')).toBeUndefined();
		}
	});

	it('is refused with the reason of who may only read', () => {
		expect(refuseChange({ method: 'DELETE', headers: new Headers() }, 'forwarded')).toBe(
			'forwarded'
		);
	});
});

describe('a name of this server', () => {
	it('is its own, whatever the port', () => {
		const settings = { host: '10.1.2.3', allowedHosts: ['bando.local'] };
		expect(isAllowedHost('10.1.2.3:3000', settings)).toBe(true);
		expect(isAllowedHost('BANDO.local', settings)).toBe(true);
		expect(isAllowedHost('evil.example', settings)).toBe(false);
		expect(isAllowedHost(null, settings)).toBe(false);
	});
});
