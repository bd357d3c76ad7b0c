import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { toMonthText } from '#lib/domain/period.ts';
import { findMapClass } from '#lib/domain/map-class.ts';
import { classLabel } from '#lib/view/class-label.ts';
import { fillCode } from '#lib/view/frame-view.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { toTableRow } from '#lib/view/table-row.ts';
import { notesOf, subtitleOf, titleOf, type ViewOnPaper } from './view-sheet.ts';

/**
 * The communes in view with what the table says of them, for other programs: WGS 84 (RFC 7946), each
 * feature with the unit's id, and `about`, a member of our own, that says what the figures are.
 */
export function viewGeojson(
	view: ViewOnPaper,
	topology: Topology
): FeatureCollection & { about: string[] } {
	const { source, month, params, included } = view;
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	const { features } = feature(topology, topology.objects.units as GeometryCollection);
	return {
		type: 'FeatureCollection',
		about: [sensitivityLabel(view), titleOf(view), subtitleOf(view), ...notesOf(view)],
		features: features.flatMap(({ id, geometry }) => {
			const row = rows.get(Number(id));
			if (row === undefined || !included(row)) return [];
			const { unitId, code, name, district, ...figures } = toTableRow(source, row, month);
			const fill = fillCode(source, row, month, params);
			const mapClass = fill === undefined ? undefined : findMapClass(fill);
			return {
				type: 'Feature',
				id: unitId,
				geometry,
				properties: {
					code,
					name,
					district,
					month: toMonthText(month),
					class: mapClass ? classLabel(mapClass, params.perPeople) : null,
					status: figures.status,
					trend: figures.trend,
					sites: figures.sites ?? null,
					sites_per_10000: figures.sitesPer10000 ?? null,
					estimated: figures.estimated,
					population: figures.population ?? null,
					population_estimated: figures.populationEstimated,
					area_km2: figures.areaKm2
				}
			};
		})
	};
}
