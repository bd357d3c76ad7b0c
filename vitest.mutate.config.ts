import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` runs against each mutant: those without a database. */
export default defineConfig({
	test: {
		include: ['src/lib/{domain,view}/**/*.test.ts'],
		testTimeout: 60_000
	}
});
