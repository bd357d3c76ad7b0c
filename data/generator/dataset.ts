const PERIODS = {
	first: { validFrom: '2017-01-01', validTo: '2019-12-31' },
	second: { validFrom: '2020-01-01', validTo: '2025-06-30' },
	third: { validFrom: '2025-07-01', validTo: null }
};

/** What the data set consists of, in the order in which the files have to be loaded. */
const DATASET = {
	name: 'Số liệu minh họa Điện Biên',
	demonstration: true,
	province: {
		code: '11',
		name: 'Điện Biên',
		kind: 'Tỉnh',
		crs: 'EPSG:9205',
		calendar: 'calendar'
	},
	sensitivity: 'public',
	files: [
		{ subject: 'boundaries', level: 'district', file: 'districts-2017.geojson', ...PERIODS.first },
		{ subject: 'boundaries', level: 'commune', file: 'boundaries-2017.geojson', ...PERIODS.first },
		{ subject: 'boundaries', level: 'district', file: 'districts-2020.geojson', ...PERIODS.second },
		{ subject: 'boundaries', level: 'commune', file: 'boundaries-2020.geojson', ...PERIODS.second },
		{ subject: 'boundaries', level: 'commune', file: 'boundaries-2025.geojson', ...PERIODS.third },
		{ subject: 'succession', file: 'succession-2020.csv' },
		{ subject: 'succession', file: 'succession-2025.csv' },
		{ subject: 'indicators', file: 'indicators.csv' },
		{ subject: 'status', file: 'status.csv' },
		{ subject: 'models', file: 'models.csv', sites: 'sites.csv' }
	]
};

export function datasetFile(): string {
	return `${JSON.stringify(DATASET, null, '\t')}\n`;
}
