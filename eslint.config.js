import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: ['.svelte-kit/', 'build/', '.diaban/', '.cache/', 'shots/', 'src/lib/paraglide/']
	},
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'ObjectExpression > SpreadElement > ObjectExpression, ArrayExpression > SpreadElement > ArrayExpression, SvelteSpreadAttribute > ObjectExpression',
					message: 'Write the entries themselves instead of spreading a literal.'
				}
			],
			'no-console': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			// A parameter that a common type asks for and one function does without.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// Addresses are our own and relative to the root; there is no base path.
			'svelte/no-navigation-without-resolve': 'off',
			// A number in a template is what it says.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowNullish: true }
			],
			// What was caught may be handed on as it is.
			'@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
			'@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
			// A handler or a test may be async without waiting for anything, where its type asks for a promise.
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		// The plain rule would have props declared twice: those that are bound and those that are not.
		rules: { 'prefer-const': 'off', 'svelte/prefer-const': ['error', { destructuring: 'all' }] }
	},
	{
		// Plain JavaScript runs before anything is installed; svelte-check reads its types from comments.
		files: ['**/*.{js,mjs,cjs}'],
		extends: [ts.configs.disableTypeChecked]
	},
	{
		// Matchers such as expect.closeTo stand for a value of any type.
		files: ['**/*.test.ts'],
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' }
	},
	{
		// What speaks through the terminal.
		files: [
			'scripts/**',
			'data/generator/main.ts',
			'src/lib/server/command/**',
			'tests/operating/**',
			'tests/{bench,fixtures,shots}/**',
			'vite/standalone/**'
		],
		rules: { 'no-console': 'off' }
	}
);
