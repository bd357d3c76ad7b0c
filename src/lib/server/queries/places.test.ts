import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from '#lib/domain/fixtures/build-history.ts';
import { toMonth } from '#lib/domain/period.ts';
import type { Unit } from '#lib/domain/unit.ts';
import { listPlaces } from './places.ts';

const LAST = toMonth(2026, 10);
const from = (validFrom: string, validTo: string | null = null): Partial<Unit> => ({
	validFrom,
	validTo
});

describe('listPlaces', () => {
	it('names a commune that plainly goes on once, over all its years', () => {
		const history = buildHistory({
			units: [
				commune(1, { code: '001', name: 'Nà Tấu', ...from('2017-01-01', '2019-12-31') }),
				commune(2, { code: '001', name: 'Nà Tấu', ...from('2020-01-01') })
			]
		});
		expect(listPlaces({ history }, 'order', LAST).communes).toMatchObject([
			{ name: 'Nà Tấu', validFrom: '2017-01-01', validTo: null, now: [] }
		]);
	});

	it('names it again under a former name and a former kind', () => {
		const units = [
			commune(1, { code: '001', name: 'Cũ', ...from('2017-01-01', '2018-12-31') }),
			commune(2, { code: '001', name: 'Mới', ...from('2019-01-01', '2019-12-31') }),
			commune(3, { code: '001', name: 'Mới', kind: 'Phường', ...from('2020-01-01') })
		];
		const successions = [
			merger(1, 2, { kind: 'parent-change', effective: '2019-01-01' }),
			merger(2, 3, { kind: 'parent-change', effective: '2020-01-01' })
		];
		const history = buildHistory({ units, successions });
		const now = [{ code: '001', name: 'Phường Mới' }];
		expect(listPlaces({ history }, 'order', LAST).communes).toMatchObject([
			{ kind: 'Xã', name: 'Cũ', validTo: '2018-12-31', now },
			{ kind: 'Phường', name: 'Mới', validTo: null, now: [] },
			{ kind: 'Xã', name: 'Mới', validFrom: '2019-01-01', validTo: '2019-12-31', now }
		]);
	});

	it('gives a former commune its last status, and a merged one its own or none', () => {
		const units = [
			commune(1, { name: 'A', ...from('2017-01-01', '2025-06-30') }),
			commune(2, { name: 'B', ...from('2017-01-01', '2025-06-30') }),
			commune(3, { name: 'C', ...from('2025-07-01') }),
			commune(4, { name: 'D', ...from('2017-01-01') })
		];
		const history = buildHistory({
			units,
			successions: [merger(1, 3), merger(2, 3)],
			events: [
				statusEvent(1, 'met', '2020-03-31'),
				statusEvent(1, 'relapsed', '2024-04-24'),
				statusEvent(1, 'proposed', '2024-09-01'),
				statusEvent(1, 'succeeded', '2025-07-01'),
				statusEvent(4, 'approved', '2021-02-03')
			]
		});
		const status = listPlaces({ history }, 'order', LAST).communes.map((place) => [
			place.name,
			place.status,
			place.since,
			place.formers.join()
		]);
		expect(status).toEqual([
			// Relapsed until it is in progress again, whatever is proposed meanwhile.
			['A', 'relapsed', '2024-04-24', ''],
			['B', 'none', null, ''],
			['C', null, null, 'A,B'],
			['D', 'approved', '2021-02-03', '']
		]);
	});

	it('lists districts only when no commune belongs to them any more', () => {
		const history = buildHistory({
			units: [
				commune(1, { parentName: 'Huyện Cũ', ...from('2017-01-01', '2019-12-31') }),
				commune(2, { parentName: 'Huyện Cũ', ...from('2018-01-01', '2025-06-30') }),
				commune(3, { parentName: 'Huyện Còn', ...from('2017-01-01', '2025-06-30') }),
				commune(4, { parentName: 'Huyện Còn', ...from('2017-01-01') })
			]
		});
		expect(listPlaces({ history }, 'order', LAST).districts).toEqual([
			{ name: 'Huyện Cũ', validFrom: '2017-01-01', validTo: '2025-06-30', communes: 1 }
		]);
	});
});
