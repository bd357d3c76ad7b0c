import { extname } from 'node:path';
import { readHead } from './file-format.ts';
import { decodeHead } from './text-form.ts';

/** Files that people send as maps and that are not read, by how their bytes begin. */
const BY_BYTES: readonly [RegExp, string][] = [
	[/^AC10\d\d/, 'AutoCAD DWG'],
	[/^\s*0\r?\nSECTION/, 'AutoCAD DXF'],
	[/^AutoCAD Binary DXF/, 'AutoCAD DXF'],
	[/^%PDF-/, 'PDF'],
	[/^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8/, 'PNG, JPEG, GIF'],
	[/^II\*\0|^MM\0\*/, 'TIFF, GeoTIFF'],
	[/^Rar!/, 'RAR'],
	[/^7z\u00bc\u00af/, '7z'],
	[/^\u001f\u008b/, 'gzip'],
	[/^\xfe\xff\x08\x09|^\x08\x09\xfe\xff/, 'MicroStation DGN'],
	[/^PAR1/, 'GeoParquet'],
	[/^\0\x01\0\0Standard (Jet|ACE) DB/, 'Microsoft Access (Personal Geodatabase)'],
	[
		/^<\?xml[^]*<(\w+:)?FeatureCollection\b|<(\w+:)?FeatureCollection[^>]*opengis\.net\/gml/i,
		'GML'
	],
	[/<gpx\b/i, 'GPX'],
	[/<svg\b/i, 'SVG'],
	[/<osm\b/i, 'OpenStreetMap XML'],
	[/<qgis\b|<!DOCTYPE qgis/i, 'QGIS project'],
	[/^\s*<(!doctype )?html/i, 'HTML']
];
/** Parts of a set that are sent alone. */
const BY_ENDING: Record<string, string> = {
	'.dbf': 'dBASE (.dbf)',
	'.shx': 'shapefile index (.shx)',
	'.prj': '.prj',
	'.map': 'MapInfo .map',
	'.dat': 'MapInfo .dat',
	'.mid': 'MapInfo .mid',
	'.wor': 'MapInfo workspace (.wor)',
	'.qgz': 'QGIS project',
	'.mxd': 'ArcGIS .mxd',
	'.lyr': 'ArcGIS .lyr',
	'.gdb': 'ArcGIS geodatabase (.gdb)',
	'.gdbtable': 'ArcGIS geodatabase (.gdb)'
};

/**
 * What a file that is not read is, as people call it.
 *
 * @param names what an archive holds; a geodatabase is a folder
 * @returns undefined if the format is unknown
 */
export function nameForeignFormat(file: string, names: readonly string[] = []): string | undefined {
	if (names.some((name) => /\.gdb\//i.test(name))) return BY_ENDING['.gdb'];
	const inside = names.map((name) => BY_ENDING[extname(name).toLowerCase()]);
	if (names.length > 0) return inside.find((name) => name !== undefined);
	const text = decodeHead(readHead(file));
	return (
		BY_BYTES.find(([pattern]) => pattern.test(text))?.[1] ?? BY_ENDING[extname(file).toLowerCase()]
	);
}
