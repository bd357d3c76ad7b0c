import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadPath } from '../../resources.ts';

/** What a file says of one of its layers. */
export interface GdalLayer {
	name: string;
	features: number;
	/** Polygon, MultiPolygon … as the format knows it. */
	geometryType: string;
	/** EPSG:9205 where the file names a known reference system; else its definition (WKT); else undefined. */
	crs: string | undefined;
}

/** The drivers that boundary formats are read with. */
export const GDAL_DRIVERS = {
	shapefile: 'ESRI Shapefile',
	tab: 'MapInfo File',
	mif: 'MapInfo File',
	geopackage: 'GPKG',
	flatgeobuf: 'FlatGeobuf'
} as const;
export type GdalFormat = keyof typeof GDAL_DRIVERS;

/** First message to the process. */
export interface GdalOptions {
	file: string;
	driver: string;
	skipped: string[];
	/** A folder for what it writes. */
	output: string;
}

/** Requests to the process, one at a time. */
export type GdalRequest = { op: 'list' } | { op: 'write'; layer: string; target: string };
type GdalAnswer = { value: unknown } | { error: string } | { outOfMemory: true };

/** The file is not what it seems to be; the message is GDAL's own, for logs only. */
export class GdalRefused extends Error {}

/** Opening took longer than any honest file of its size takes. */
export class GdalTimedOut extends Error {
	constructor(readonly seconds: number) {
		super(`stopped after ${seconds} s`);
	}
}

/** Opening took more memory than any honest file needs. */
export class GdalOutOfMemory extends Error {}

/** How much memory GDAL may take up, in megabytes; half of what its 32-bit addresses reach. */
export const MEMORY = { limitMb: 2000 };
const PAGES_PER_MB = 16;

/** How long opening may take: a fixed time, and more for larger files, in milliseconds. */
export const OPENING = { limitMs: 60_000, perMegabyteMs: 500 };

/**
 * A file opened by GDAL with the driver of its format alone, in a process that is ended when it takes too long: a file
 * may hold a query that never ends. A process, not a thread, because only a process can limit the memory of
 * WebAssembly.
 */
export class GdalFile {
	readonly #process: ChildProcess;
	readonly #output = mkdtempSync(join(tmpdir(), 'diaban-gdal-'));
	readonly #limitMs: number;
	#timer: NodeJS.Timeout | undefined;
	#settle: (answer: GdalAnswer) => void = () => undefined;

	constructor(file: string, format: GdalFormat) {
		const driver = GDAL_DRIVERS[format];
		const skipped = OTHER_DRIVERS.filter((name) => name !== driver);
		const options: GdalOptions = { file, driver, skipped, output: this.#output };
		this.#process = fork(threadPath('gdal'), {
			execArgv: [
				`--wasm-max-mem-pages=${MEMORY.limitMb * PAGES_PER_MB}`,
				`--max-old-space-size=${MEMORY.limitMb}`
			],
			serialization: 'advanced',
			// It ends when its standard input is closed: also with a thread of ours that is ended.
			stdio: ['pipe', 'ignore', 'ignore', 'ipc']
		});
		this.#process.on('message', (answer: GdalAnswer) => this.#settle(answer));
		this.#process.on('error', (error) => this.#settle({ error: String(error) }));
		this.#process.once('exit', (_, signal) => {
			rmSync(this.#output, { recursive: true, force: true });
			// Node.js aborts when its heap is full.
			this.#settle(signal === 'SIGABRT' ? { outOfMemory: true } : { error: 'The process ended.' });
		});
		this.#process.send(options);
		const megabytes = statSync(file).size / 1024 ** 2;
		this.#limitMs = OPENING.limitMs + megabytes * OPENING.perMegabyteMs;
	}

	/**
	 * Lists the file's layers.
	 *
	 * @throws GdalRefused
	 * @throws GdalTimedOut
	 * @throws GdalOutOfMemory
	 */
	async listLayers(): Promise<GdalLayer[]> {
		return (await this.#ask({ op: 'list' })) as GdalLayer[];
	}

	/**
	 * Writes a layer as GeoJSON in the coordinates of the file: reprojection is left to the database, which
	 * knows the datum shift of VN-2000.
	 *
	 * @throws GdalRefused
	 * @throws GdalTimedOut
	 * @throws GdalOutOfMemory
	 */
	async writeGeoJson(layer: string, target: string): Promise<void> {
		await this.#ask({ op: 'write', layer, target });
	}

	async close(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
		const ended = new Promise((resolve) => this.#process.once('exit', resolve));
		this.#process.kill('SIGKILL');
		await ended;
	}

	#ask(question: GdalRequest): Promise<unknown> {
		const asked = new Promise<unknown>((resolve, reject) => {
			this.#timer = setTimeout(() => {
				this.#process.kill('SIGKILL');
				reject(new GdalTimedOut(Math.round(this.#limitMs / 1000)));
			}, this.#limitMs);
			this.#settle = (answer) => {
				if ('outOfMemory' in answer) reject(new GdalOutOfMemory());
				else if ('error' in answer) reject(new GdalRefused(answer.error));
				else resolve(answer.value);
			};
		});
		this.#process.send(question);
		return asked.finally(() => clearTimeout(this.#timer));
	}
}

/** Drivers of the library that read no boundary format of ours; GeoJSON is what it writes. */
const OTHER_DRIVERS = `
	PCIDSK, PDS4, VICAR, PDF, MBTiles, ESRI Shapefile, MapInfo File, UK .NTF, LVBAG, OGR_SDTS, S57, DGN,
	OGR_VRT, Memory, CSV, GML, GPX, KML, GeoJSONSeq, ESRIJSON, TopoJSON, OGR_GMT, GPKG, SQLite, WAsP,
	OpenFileGDB, DXF, CAD, FlatGeobuf, Geoconcept, GeoRSS, VFK, PGDUMP, OSM, OGR_PDS, EDIGEO, SVG, Idrisi,
	ODS, XLSX, SXF, Selafin, JML, VDV, MVT, MapML, GTFS, PMTiles, JSONFG, TIGER, AVCBin, AVCE00, VRT, DERIVED,
	GTiff, COG, NITF, RPFTOC, ECRGTOC, HFA, SAR_CEOS, CEOS, JAXAPALSAR, GFF, ELAS, ESRIC, AIG, AAIGrid,
	GRASSASCIIGrid, ISG, SDTS, DTED, PNG, JPEG, MEM, JDEM, GIF, BIGGIF, ESAT, BSB, XPM, BMP, DIMAP, AirSAR,
	RS2, SAFE, PCRaster, ILWIS, SGI, SRTMHGT, Leveller, Terragen, ISIS3, ISIS2, PDS, TIL, ERS, L1B, FIT, GRIB,
	RMF, MSGN, RST, GSAG, GSBG, GS7BG, COSAR, TSX, COASP, R, MAP, KMLSUPEROVERLAY, WEBP, Rasterlite, CALS,
	WMTS, SENTINEL2, MRF, PNM, DOQ1, DOQ2, PAux, MFF, MFF2, GSC, FAST, BT, LAN, CPG, NDF, EIR, DIPEx, LCP,
	GTX, LOSLAS, NTv2, CTable2, ACE2, SNODAS, KRO, ROI_PAC, RRASTER, BYN, NOAA_B, NSIDCbin, ARG, RIK, USGSDEM,
	GXF, NWT_GRD, NWT_GRC, ADRG, SRP, BLX, SAGA, XYZ, HF2, OZI, CTG, ZMap, NGSGEOID, IRIS, PRF, SIGDEM, TGA,
	STACTA, STACIT, GenBin, ENVI, EHdr, ISCE, Zarr
`
	.split(',')
	.map((name) => name.trim());
