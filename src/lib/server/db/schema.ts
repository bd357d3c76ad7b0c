/** All tables; their files follow the subjects. */
export * from './schema/catalogue.ts';
export * from './schema/documents.ts';
export * from './schema/figures.ts';
export * from './schema/models.ts';
export * from './schema/operation.ts';
export * from './schema/public-copies.ts';
export * from './schema/setup.ts';
export * from './schema/sources.ts';
export * from './schema/status.ts';
export * from './schema/units.ts';
