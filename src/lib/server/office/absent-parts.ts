import type JSZip from 'jszip';
import { posix } from 'node:path';
import { editPart, elementsOf, remove } from './xml.ts';

/**
 * Takes out what a package says of parts that are not in it: their content types, and relationships to them.
 * Libraries write such entries; strict readers refuse the whole file for one.
 */
export async function dropAbsentParts(zip: JSZip): Promise<void> {
	const isAbsent = (path: string) => zip.file(path.replace(/^\//, '')) === null;
	await editPart(zip, '[Content_Types].xml', (root) => {
		for (const each of elementsOf(root, 'Override')) {
			if (isAbsent(each.getAttribute('PartName') ?? '')) remove(each);
		}
	});
	for (const { name } of zip.file(/(^|\/)_rels\/[^/]*\.rels$/)) {
		const folder = posix.dirname(posix.dirname(name));
		await editPart(zip, name, (root) => {
			for (const each of elementsOf(root, 'Relationship')) {
				if (each.getAttribute('TargetMode') === 'External') continue;
				const target = each.getAttribute('Target') ?? '';
				if (isAbsent(target.startsWith('/') ? target : posix.join(folder, target))) remove(each);
			}
		});
	}
}
