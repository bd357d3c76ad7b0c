import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { DiskSpace } from './disk-space.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaban-unit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const MEGABYTE = 1024 ** 2;

/** A disk with so much free space. */
function diskWith(freeBytes: number, dataDir: string): DiskSpace {
	const disk = new DiskSpace(join(folder, dataDir), 200 * MEGABYTE);
	vi.spyOn(disk, 'freeBytes').mockReturnValue(freeBytes);
	return disk;
}

it('tells the free space of a folder that is not there yet', () => {
	expect(new DiskSpace(join(folder, 'new'), 0).freeBytes()).toBeGreaterThan(0);
});

it('is low below the space that is needed, a file that comes in included', () => {
	const disk = diskWith(300 * MEGABYTE, 'low');
	expect(disk.isLow()).toBe(false);
	expect(disk.isLow(100 * MEGABYTE)).toBe(false);
	expect(disk.isLow(100 * MEGABYTE + 1)).toBe(true);
	expect(diskWith(200 * MEGABYTE - 1, 'low').isLow()).toBe(true);
});

it('reserves real space while there is enough, and gives it up on a full disk', () => {
	const dataDir = join(folder, 'reserved');
	const reserve = join(dataDir, 'reserve');
	new DiskSpace(dataDir, 0).freeBytes();
	diskWith(250 * MEGABYTE, 'reserved').reserve();
	expect(existsSync(reserve)).toBe(false);
	const disk = diskWith(300 * MEGABYTE, 'reserved');
	disk.reserve();
	expect(statSync(reserve).blocks * 512).toBeGreaterThanOrEqual(64 * MEGABYTE);
	disk.releaseIfFull();
	expect(existsSync(reserve)).toBe(true);
	diskWith(63 * MEGABYTE, 'reserved').releaseIfFull();
	expect(existsSync(reserve)).toBe(false);
});
