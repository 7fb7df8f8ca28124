import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The folders of docs/architecture.md. The server's are listed from the lowest rank to the highest. */
const elements = [
  { type: 'domain', pattern: 'src/lib/domain' },
  { type: 'formats', pattern: 'src/lib/server/formats' },
  { type: 'outside', pattern: 'src/lib/server/outside' },
  { type: 'database', pattern: 'src/lib/server/database' },
  { type: 'cache', pattern: 'src/lib/server/cache' },
  { type: 'access', pattern: 'src/lib/server/access' },
  { type: 'text', pattern: 'src/lib/server/text' },
  { type: 'hearing', pattern: 'src/lib/server/hearing' },
  { type: 'command', pattern: 'src/lib/server/commands/*', capture: ['part'] },
  { type: 'commands', pattern: 'src/lib/server/commands' },
  { type: 'query', pattern: 'src/lib/server/queries/*', capture: ['part'] },
  { type: 'queries', pattern: 'src/lib/server/queries' },
  { type: 'http', pattern: 'src/lib/server/http' },
  { type: 'jobs', pattern: 'src/lib/server/jobs' },
  { type: 'forum', pattern: 'src/lib/server' },
  { type: 'demo', pattern: 'demo' },
  { type: 'messages', pattern: 'src/lib/paraglide' },
  { type: 'ui', pattern: 'src/lib/ui' },
  { type: 'cli', pattern: 'src/cli' },
  { type: 'route', pattern: 'src/routes' }
];

/** Of a route the components know nothing of the server; its other files run on it. */
const files = [
  { category: 'component', pattern: 'src/routes/**/*.svelte' },
  { category: 'script', pattern: 'src/routes/**/*.ts' }
];

/** What every rank of the server may import. */
const base = ['domain', 'formats', 'outside', 'database'];
const shared = [...base, 'cache', 'access', 'text', 'hearing'];

/**
 * What each folder may import beside itself: in the server the ranks below its own, so that no
 * import goes up, and none in a ring. A command or a query knows its own part and no other.
 */
const imports = {
  domain: [],
  formats: ['domain'],
  outside: ['domain'],
  database: ['outside', 'domain'],
  cache: base,
  access: [...base, 'cache'],
  text: [...base, 'cache', 'access'],
  hearing: [...base, 'cache', 'access', 'text'],
  commands: shared,
  command: [...shared, 'commands'],
  queries: shared,
  query: [...shared, 'queries'],
  http: [...shared, 'command', 'query', 'queries', 'messages'],
  jobs: [...shared, 'command', 'query'],
  forum: [...shared, 'jobs'],
  ui: ['domain', 'messages'],
  route: ['ui', 'domain', 'messages'],
  cli: ['forum', ...shared, 'command', 'query'],
  demo: [...shared, 'command', 'query', 'messages']
};

/** Of these a folder in the folder may not import its sister. */
const parts = ['command', 'query'];
const policies = Object.entries(imports).flatMap(([from, to]) => [
  { from: { element: { type: from } }, allow: { to: { element: { type: to } } } },
  {
    from: { element: { type: from } },
    allow: {
      to: {
        element: parts.includes(from)
          ? { type: from, captured: { part: '{{from.captured.part}}' } }
          : { type: from }
      }
    }
  }
]);

/** The demo is loaded in one place, only if it is asked for. */
const demoImport = {
  from: { element: { type: 'forum' } },
  allow: { to: { element: { type: 'demo' } }, dependency: { nodeKind: 'dynamic-import' } }
};

/**
 * A route asks a query or a command, or what both of them ask, and never the database itself.
 */
const serving = ['http', 'query', 'queries', 'command', 'access', 'text', 'hearing', 'formats'];
const routeImport = {
  from: { element: { type: 'route' }, file: { categories: 'script' } },
  allow: { to: { element: { type: serving } } }
};

/** What the domain decides hangs on nothing outside it but parsers that are pure themselves. */
const pureParsers = ['marked', 'sanitize-html', 'htmlparser2', 'entities'];

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
    files: ['src/**/*.ts', 'src/**/*.svelte', 'demo/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': files,
      'boundaries/include': ['src/**/*', 'demo/**/*'],
      'boundaries/dependency-nodes': ['import', 'dynamic-import'],
      'import/resolver': { typescript: { project: './tsconfig.json' } }
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', policies: [...policies, demoImport, routeImport] }
      ]
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
