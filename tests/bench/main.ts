import { benchDisclosure, DISCLOSURE } from './disclosure.ts';
import { benchEvidence, EVIDENCE } from './evidence.ts';
import { benchFirstView, FIRST_VIEW } from './first-view.ts';
import { reportFailed, say, type Wanted } from './measurement.ts';
import { benchLargeCommune, LARGE_COMMUNE } from './large-commune.ts';
import { benchNationalColours, NATIONAL_COLOURS } from './national-colours.ts';
import { benchNationalImport, NATIONAL_IMPORT } from './national-import.ts';
import { benchOpening, OPENING } from './opening.ts';
import { benchPlan, PLAN } from './plan.ts';
import { benchPresent, PRESENT } from './present.ts';
import { benchSecondStart, SECOND_START } from './second-start.ts';
import { benchReaderLoad, READER_NAMES } from './reader-load.ts';
import { benchRequests, REQUEST_NAMES } from './requests.ts';
import { benchReading, READING } from './reading.ts';
import { benchSlider, SLIDER } from './slider.ts';
import { benchTableImport, TABLE_IMPORT } from './table-import.ts';
import { benchTopology, TOPOLOGY } from './topology.ts';

/** What is measured together, and the names that it reports. */
const BENCHMARKS: { names: readonly string[]; run: (wanted: Wanted) => Promise<void> }[] = [
	{ names: SLIDER, run: benchSlider },
	{ names: FIRST_VIEW, run: benchFirstView },
	{ names: OPENING, run: benchOpening },
	{ names: SECOND_START, run: benchSecondStart },
	{ names: READER_NAMES, run: benchReaderLoad },
	{ names: REQUEST_NAMES, run: benchRequests },
	{ names: NATIONAL_IMPORT, run: benchNationalImport },
	{ names: NATIONAL_COLOURS, run: benchNationalColours },
	{ names: TABLE_IMPORT, run: benchTableImport },
	{ names: TOPOLOGY, run: benchTopology },
	{ names: LARGE_COMMUNE, run: benchLargeCommune },
	{ names: READING, run: benchReading },
	{ names: EVIDENCE, run: benchEvidence },
	{ names: PLAN, run: benchPlan },
	{ names: DISCLOSURE, run: benchDisclosure },
	{ names: PRESENT, run: benchPresent }
];

/**
 * @param asked beginnings of names; none means all
 * @returns exit code: 1 when a measurement could not be made
 */
export async function runBenchmarks(asked: readonly string[]): Promise<number> {
	const wanted: Wanted = (name) =>
		asked.length === 0 || asked.some((beginning) => name.startsWith(beginning));
	const chosen = BENCHMARKS.filter(({ names }) => names.some(wanted));
	if (chosen.length === 0) {
		const known = BENCHMARKS.flatMap(({ names }) => names);
		say(`There is no measurement called ${asked.join(', ')}. There are: ${known.join(', ')}`);
		return 1;
	}
	let failed = 0;
	for (const { names, run } of chosen) {
		say(`— ${names[0]} …`);
		try {
			await run(wanted);
		} catch (error) {
			failed++;
			reportFailed(names[0]!, error);
		}
	}
	return failed === 0 ? 0 : 1;
}
