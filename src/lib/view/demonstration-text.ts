import type { DemonstrationParts } from '#lib/domain/demonstration-parts.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';

const PARTS: Record<keyof DemonstrationParts, (facts: { count: string }) => string> = {
	sources: m.demonstration_part_sources,
	plans: m.demonstration_part_plans,
	stories: m.demonstration_part_stories,
	remarks: m.demonstration_part_remarks,
	acknowledgements: m.demonstration_part_acknowledgements,
	closedMonths: m.demonstration_part_closed_months,
	templates: m.demonstration_part_templates,
	mappings: m.demonstration_part_mappings
};

/** What goes with the demonstration data, in words: "10 tệp đã nạp, 2 phương án". */
export function demonstrationPartsText(parts: DemonstrationParts): string {
	return (Object.keys(PARTS) as (keyof DemonstrationParts)[])
		.filter((part) => parts[part] > 0)
		.map((part) => PARTS[part]({ count: formatCount(parts[part]) }))
		.join(', ');
}
