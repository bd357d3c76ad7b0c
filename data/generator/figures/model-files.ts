import { toCsv } from '../csv.ts';
import type { ModelType } from './community-models.ts';
import type { ModelSite } from './model-sites.ts';

export function modelsFile(types: readonly ModelType[]): string {
	return toCsv(
		['model_code', 'name_vi', 'name_en', 'founded_on', 'retired_on', 'replicated_from'],
		types.map((type) => [
			type.code,
			type.nameVi,
			type.nameEn,
			type.foundedOn,
			type.retiredOn,
			type.replicatedFrom
		])
	);
}

export function sitesFile(sites: readonly ModelSite[]): string {
	return toCsv(
		[
			'site_code',
			'model_code',
			'unit_code',
			'unit_name',
			'name',
			'founded_on',
			'retired_on',
			'lon',
			'lat',
			'teams',
			'replicated_from'
		],
		sites.map((site) => [
			site.code,
			site.type.code,
			site.unit.code,
			site.unit.name,
			site.name,
			site.foundedOn,
			site.retiredOn,
			site.lon.toFixed(4),
			site.lat.toFixed(4),
			site.teams,
			site.replicatedFrom
		])
	);
}
