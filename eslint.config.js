import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The folders of docs/architecture.md, and what each may import. */
const elements = [
  { type: 'domain', pattern: 'src/lib/domain' },
  { type: 'database', pattern: 'src/lib/server/database' },
  { type: 'formats', pattern: 'src/lib/server/formats' },
  { type: 'server', pattern: 'src/lib/server' },
  { type: 'messages', pattern: 'src/lib/paraglide' },
  { type: 'ui', pattern: 'src/lib/ui' },
  { type: 'cli', pattern: 'src/cli' },
  { type: 'page', pattern: 'src/routes/**/*.svelte', partialMatch: false },
  { type: 'endpoint', pattern: 'src/routes/**/*.ts', partialMatch: false }
];

const imports = {
  domain: ['domain'],
  database: ['database', 'domain'],
  formats: ['formats', 'domain'],
  server: ['server', 'database', 'formats', 'domain', 'messages'],
  ui: ['ui', 'domain', 'messages'],
  endpoint: ['server', 'formats', 'domain', 'messages', 'endpoint'],
  page: ['ui', 'domain', 'messages', 'page', 'endpoint'],
  cli: ['cli', 'server', 'database', 'formats', 'domain']
};
const policies = Object.entries(imports).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: to } } }
}));

/** What the domain decides hangs on nothing outside it but parsers that are pure themselves. */
const pureParsers = ['marked', 'sanitize-html', 'entities'];

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'src/lib/paraglide/', 'test-results/', '.data/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
      ],
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['$lib', '$lib/*'], message: 'Import from #lib, as Node does.' },
            { group: ['$app/stores'], message: 'Use $app/state.' }
          ]
        }
      ],
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
    }
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['**/*.test.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['src/**/*'],
      'import/resolver': { typescript: { project: './tsconfig.json' } }
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }]
    }
  },
  {
    files: ['src/lib/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'window', 'document', 'localStorage'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The time comes in as an argument.'
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The time comes in as an argument.'
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness comes in as an argument.'
        },
        {
          selector: "MemberExpression[object.name='crypto']",
          message: 'New ids come in as arguments.'
        },
        {
          selector: `ImportDeclaration:not([source.value=/^(\\.|#lib\\/domain\\/|(${pureParsers.join('|')})$)/])`,
          message: 'The domain imports the domain, and parsers that are pure.'
        }
      ]
    }
  },
  {
    files: ['src/routes/**/*.ts', 'src/lib/server/**/*.ts', 'src/hooks*.ts'],
    ignores: ['**/client/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(formData|json|text|arrayBuffer|blob|bytes)$/]:matches([callee.object.name="request"], [callee.object.property.name="request"])',
          message: 'A body is read within bounds: by act, or by readTexts.'
        }
      ]
    }
  },
  {
    files: ['src/routes/**/*', 'src/lib/ui/**/*', 'src/lib/domain/**/*', 'src/hooks.server.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['drizzle-orm', 'drizzle-orm/*', 'postgres', '@electric-sql/*'],
              message: 'Only the server folders know the database.'
            }
          ]
        }
      ]
    }
  }
);
