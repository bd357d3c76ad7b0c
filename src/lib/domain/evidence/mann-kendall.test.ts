import { describe, expect, it } from 'vitest';
import { mannKendall, smallestP } from './mann-kendall.ts';

/** Yearly flow of the Nile at Aswan, 1871–1970: `Nile` in R. */
const NILE = [
	1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
	799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701,
	916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862,
	698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812,
	742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906,
	901, 1170, 912, 746, 919, 718, 714, 740
];

describe('Mann–Kendall', () => {
	it('finds what R finds in the flow of the Nile', () => {
		const found = mannKendall(NILE) ?? expect.fail();
		expect(found.s).toBe(-1387);
		expect(found.variance).toBeCloseTo(112_728.3, 1);
		expect(found.z).toBeCloseTo(-4.128067, 6);
		expect(found.senSlope).toBeCloseTo(-2.6, 10);
	});

	it('cannot be significant with four points', () => {
		expect(smallestP(4)).toBeCloseTo(0.083, 3);
		expect(mannKendall([4, 3, 2, 1])?.p).toBeGreaterThan(0.05);
	});

	it('finds no trend where nothing changes, and none in two values', () => {
		expect(mannKendall([3, 3, 3, 3])).toEqual({ s: 0, variance: 0, z: 0, p: 1, senSlope: 0 });
		expect(mannKendall([1, 2])).toBeUndefined();
	});
});
