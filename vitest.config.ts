import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// An embedded database takes half a gigabyte, so no more of them than a small machine can hold.
		maxWorkers: Math.min(4, availableParallelism()),
		projects: [
			{
				test: {
					name: 'unit',
					include: [
						'src/**/*.test.ts',
						'data/generator/**/*.test.ts',
						'tests/{setup,office,simulation}/**/*.test.ts'
					],
					testTimeout: 120_000
				}
			},
			{
				test: {
					name: 'database',
					include: ['tests/db/**/*.test.ts', 'tests/r/**/*.test.ts'],
					globalSetup: 'tests/setup/database-template.ts',
					testTimeout: 180_000,
					hookTimeout: 300_000
				}
			}
		]
	}
});
