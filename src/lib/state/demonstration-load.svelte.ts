import { sendJson } from './fetch-json.ts';

/** Loads the demonstration data into an empty installation. */
export class DemonstrationLoad {
	busy = $state(false);
	failed = $state(false);

	/** @param ondone called when the data is there */
	constructor(private readonly ondone: () => void) {}

	async load(): Promise<void> {
		this.busy = true;
		this.failed = false;
		try {
			await sendJson('POST', '/api/data/demonstration');
			this.ondone();
		} catch {
			this.failed = true;
		} finally {
			this.busy = false;
		}
	}
}
