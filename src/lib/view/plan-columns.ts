/** Columns of the ranking that are shown when somebody asks for them. */
export const EXTRA_COLUMNS = ['score', 'share', 'cost'] as const;
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number];
