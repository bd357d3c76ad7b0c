import { searchKey } from '#lib/domain/name.ts';

/** How the cells of a column are read. */
export type ColumnKind =
	| 'text'
	| 'unit-code'
	| 'date'
	| 'number'
	/** A part of a whole, 0 to 1, which may be written in percent. */
	| 'share'
	/** A number that names something and may hold for several rows: a year, a round. */
	| 'ordinal'
	| 'status'
	| 'track'
	| 'indicator';

export interface ColumnSpec {
	/** What the column is called inside, and in our own templates for programs. */
	name: string;
	kind: ColumnKind;
	/** Headings (as search keys) by which people call it, Vietnamese and English. */
	headings: readonly string[];
}

/** What a table is about. */
export type TableSubject = 'indicators' | 'status' | 'models' | 'sites' | 'succession';

export interface TableSpec {
	subject: TableSubject;
	columns: readonly ColumnSpec[];
	/** Sets of columns of which one must be there as a whole. */
	needs: readonly (readonly string[])[];
}

const column = (name: string, kind: ColumnKind, ...headings: string[]): ColumnSpec => ({
	name,
	kind,
	headings: [searchKey(name.replaceAll('_', ' ')), ...headings]
});

const UNIT: readonly ColumnSpec[] = [
	column(
		'unit_code',
		'unit-code',
		'ma xa',
		'ma dvhc',
		'ma don vi',
		'ma',
		'code',
		'commune code',
		'ma xa phuong',
		'ma xa phuong thi tran',
		'ma dvhc cap xa',
		'ma don vi hanh chinh',
		'ma so',
		'ma so xa',
		'maxa',
		'ward code',
		'unit code'
	),
	column(
		'unit_name',
		'text',
		'ten xa',
		'xa',
		'xa phuong',
		'xa phuong thi tran',
		'ten don vi',
		'don vi',
		'dia ban',
		'ten dia ban',
		'ten dvhc',
		'don vi hanh chinh',
		'ten don vi hanh chinh',
		'ten xa phuong',
		'ten xa phuong thi tran',
		'xa phuong dac khu',
		'ten xa phuong dac khu',
		'cac xa phuong',
		'cong an xa',
		'cong an xa phuong',
		'cong an cap xa',
		'don vi bao cao',
		'commune',
		'communes',
		'commune name',
		'commune ward',
		'name of commune',
		'ward',
		'unit',
		'unit name',
		'administrative unit',
		'tenxa',
		'dia phuong'
	),
	column(
		'district',
		'text',
		'huyen',
		'ten huyen',
		'huyen thi xa thanh pho',
		'quan huyen',
		'district name'
	)
];

/** The tables that can be loaded. */
export const TABLES: readonly TableSpec[] = [
	{
		subject: 'status',
		columns: [
			...UNIT,
			column('track', 'track', 'dien', 'dien chuyen hoa', 'linh vuc', 'danh muc'),
			column('round', 'ordinal', 'dot', 'vong', 'lan'),
			column('status', 'status', 'trang thai', 'tinh trang', 'ket qua', 'giai doan'),
			column(
				'effective_date',
				'date',
				'ngay hieu luc',
				'ngay',
				'ngay co hieu luc',
				'tu ngay',
				'date'
			),
			column(
				'document_number',
				'text',
				'so van ban',
				'van ban',
				'so hieu',
				'so ky hieu',
				'so quyet dinh',
				'document'
			),
			column('document_date', 'date', 'ngay van ban', 'ngay ban hanh', 'ngay ky'),
			column('signatory', 'text', 'nguoi ky', 'chuc vu nguoi ky', 'signed by'),
			column('note', 'text', 'ghi chu', 'noi dung', 'remark'),
			column('exception_reason', 'text', 'ly do ngoai le', 'reason for exception')
		],
		needs: [
			['unit_code', 'status', 'effective_date'],
			['unit_name', 'status', 'effective_date']
		]
	},
	{
		subject: 'sites',
		columns: [
			column('site_code', 'text', 'ma diem', 'ma diem mo hinh', 'site'),
			column('model_code', 'text', 'ma mo hinh', 'ma loai mo hinh', 'model'),
			...UNIT,
			column('name', 'text', 'ten diem', 'ten diem mo hinh', 'ten mo hinh', 'site name'),
			column('founded_on', 'date', 'ngay thanh lap', 'ngay ra mat', 'thanh lap', 'founded'),
			column('retired_on', 'date', 'ngay thanh loai', 'ngay ket thuc', 'thanh loai', 'retired'),
			column('lon', 'number', 'kinh do', 'longitude', 'long'),
			column('lat', 'number', 'vi do', 'latitude'),
			column('teams', 'number', 'so to', 'to'),
			column('replicated_from', 'text', 'nhan rong tu', 'nhan tu')
		],
		needs: [
			['site_code', 'model_code', 'unit_code', 'founded_on'],
			['site_code', 'model_code', 'unit_name', 'founded_on']
		]
	},
	{
		subject: 'models',
		columns: [
			column('model_code', 'text', 'ma mo hinh', 'ma loai mo hinh', 'ma', 'code'),
			column('name_vi', 'text', 'ten mo hinh', 'ten tieng viet', 'loai mo hinh', 'ten'),
			column('name_en', 'text', 'ten tieng anh', 'english name'),
			column('founded_on', 'date', 'ngay thanh lap', 'ngay ra mat', 'founded'),
			column('retired_on', 'date', 'ngay thanh loai', 'ngay ket thuc', 'retired'),
			column('replicated_from', 'text', 'nhan rong tu', 'nhan tu')
		],
		needs: [['model_code', 'name_vi']]
	},
	{
		subject: 'succession',
		columns: [
			column('old_code', 'unit-code', 'ma cu', 'ma xa cu', 'ma truoc', 'ma truoc sap nhap'),
			column('old_name', 'text', 'ten cu', 'ten xa cu', 'xa cu', 'ten truoc sap nhap'),
			column('old_district', 'text', 'huyen cu', 'ten huyen cu'),
			column('new_code', 'unit-code', 'ma moi', 'ma xa moi', 'ma sau', 'ma sau sap nhap'),
			column('new_name', 'text', 'ten moi', 'ten xa moi', 'xa moi', 'ten sau sap nhap'),
			column('kind', 'text', 'loai', 'hinh thuc'),
			column('population_weight', 'share', 'ty le dan so', 'ty trong dan so'),
			column('area_weight', 'share', 'ty le dien tich', 'ty trong dien tich'),
			column('effective', 'date', 'ngay hieu luc', 'hieu luc', 'tu ngay', 'effective date'),
			column(
				'document',
				'text',
				'nghi quyet',
				'van ban',
				'so van ban',
				'can cu',
				'resolution',
				'document number'
			)
		],
		needs: [['old_code', 'new_code']]
	},
	{
		subject: 'indicators',
		columns: [
			...UNIT,
			column('indicator', 'indicator', 'chi tieu', 'ma chi tieu', 'ten chi tieu', 'noi dung'),
			column('scheme', 'text', 'lich', 'ky bao cao theo', 'calendar'),
			column('year', 'ordinal', 'nam'),
			column('period', 'text', 'ky', 'ky bao cao', 'thang', 'month', 'thoi gian', 'quy'),
			column(
				'value',
				'number',
				'gia tri',
				'so lieu',
				'so luong',
				'so vu',
				'ket qua',
				'ket qua thuc hien'
			)
		],
		needs: [['unit_code'], ['unit_name']]
	}
];

export function tableSpec(subject: TableSubject): TableSpec {
	return TABLES.find((table) => table.subject === subject)!;
}

/** Headings that say that rows are about persons, which this programme keeps no records of. */
const PERSONAL =
	/^(ho (va )?ten|ho va ten( .*)?|ten (doi tuong|bi can|nguoi .*)|full ?name|cccd|cmnd|so (cccd|cmnd|dinh danh)( .*)?|(cccd|cmnd) (cccd|cmnd)|can cuoc( .*)?|so can cuoc( .*)?|identity.*|id card.*|passport|ho chieu|so ho chieu|(so )?dien thoai( .*)?|sdt|phone.*|mobile|ngay( thang)?( nam)? sinh|nam sinh|birth ?date|date of birth|dob|que quan|noi thuong tru|dan toc|ton giao|ethnicity|religion)$/;

/** Whether a heading says that a column is about persons, or what must not be an input at all. */
export function isPersonalHeading(heading: string): boolean {
	return PERSONAL.test(searchKey(heading.replace(/[_.:,*()/]/g, ' ')));
}

/** The number in front of a heading: "1.", "I.2)", "a)". */
const NUMBERING = /^\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])+(?:\d{1,2}[.)]?)*\s+/i;

/** A heading without the number in front of it. */
export function withoutNumbering(heading: string): string {
	return heading.replace(NUMBERING, '');
}

/** A heading as it is compared: without accents, units in brackets, numbers in front, marks for required fields. */
export function headingKey(heading: string): string {
	return searchKey(
		withoutNumbering(heading)
			.replaceAll('_', ' ')
			.replace(/\([^)]*\)|[*:,/.-]/g, ' ')
	);
}
