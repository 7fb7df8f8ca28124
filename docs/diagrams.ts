import { readFileSync, writeFileSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { processEvents } from '#lib/domain/hearing/lifecycle.ts';
import * as answers from '#lib/server/database/tables/answers.ts';
import * as comments from '#lib/server/database/tables/comments.ts';
import * as decisions from '#lib/server/database/tables/decisions.ts';
import * as documents from '#lib/server/database/tables/documents.ts';
import * as hearings from '#lib/server/database/tables/hearings.ts';
import * as inputs from '#lib/server/database/tables/inputs.ts';
import * as members from '#lib/server/database/tables/members.ts';
import * as moderation from '#lib/server/database/tables/moderation.ts';
import * as rewrites from '#lib/server/database/tables/rewrites.ts';
import * as security from '#lib/server/database/tables/security.ts';
import * as versions from '#lib/server/database/tables/versions.ts';

/**
 * Draws docs/schema.md from the tables and docs/process.md from the list of events, as Mermaid.
 * `npm run diagrams` writes them; a test fails when they are older than the code.
 */

/** The files of src/lib/server/database/tables: one diagram each, since all 42 boxes fit on no screen. */
const files = {
  documents,
  versions,
  hearings,
  comments,
  moderation,
  rewrites,
  inputs,
  answers,
  decisions,
  members,
  security
};

/** The functions that draw each page, by its path. */
export const diagrams = { 'docs/schema.md': drawSchema, 'docs/process.md': drawProcess };

/** Returns docs/schema.md: each table with its columns, and what each foreign key points to. */
function drawSchema(): string {
  const all = Object.values(files).flatMap(tablesOf);
  const parts = Object.entries(files).map(([file, module]) => drawFile(file, tablesOf(module)));
  return [
    '# The tables',
    `Drawn by \`npm run diagrams\` from \`src/lib/server/database/tables\`: ${all.length} tables, a diagram for each file. A box without columns is drawn in the file that it stands in. PK marks the primary key, FK a foreign key, and "?" a column that can be empty.`,
    ...parts,
    ''
  ].join('\n\n');
}

const tablesOf = (module: object): PgTable[] =>
  Object.values(module)
    .filter((value): value is PgTable => is(value, PgTable))
    .sort((one, other) => (getTableName(one) < getTableName(other) ? -1 : 1));

function drawFile(file: string, tables: PgTable[]): string {
  const lines = [...tables.map(drawTable), ...tables.flatMap(drawForeignKeys)];
  return `## ${file}.ts\n\n\`\`\`mermaid\nerDiagram\n${lines.join('\n')}\n\`\`\``;
}

function drawTable(table: PgTable): string {
  const { primaryKeys, foreignKeys } = getTableConfig(table);
  const primary = new Set(primaryKeys.flatMap(({ columns }) => columns));
  const foreign = new Set(foreignKeys.flatMap((key) => key.reference().columns));
  const lines = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const keys = [
      ...(column.primary || primary.has(column) ? ['PK'] : []),
      ...(foreign.has(column) ? ['FK'] : [])
    ];
    const type = column.getSQLType().replace(/\W+/g, '_').replace(/_$/, '');
    const empty = column.notNull ? '' : ' "?"';
    return `    ${type} ${name}${keys.length > 0 ? ` ${keys.join(', ')}` : ''}${empty}`;
  });
  return [`  ${getTableName(table)} {`, ...lines, '  }'].join('\n');
}

function drawForeignKeys(table: PgTable): string[] {
  return getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    const names = columns.map((column) => column.name).join(', ');
    return `  ${getTableName(foreignTable)} ||--o{ ${getTableName(table)} : "${names}"`;
  });
}

/** Returns docs/process.md: the states of a document and the events between them. */
function drawProcess(): string {
  const lines = processEvents.map(({ name, from, to }) => `  ${from} --> ${to} : ${name}`);
  return [
    '# The process',
    "Drawn by `npm run diagrams` from the list of events in `src/lib/domain/hearing/lifecycle.ts`. Every event is a row in `transition`, with who, when and why; a hearing or a call that closes at its deadline has nobody's name.",
    '```mermaid\nstateDiagram-v2\n  [*] --> drafting : begin document',
    ...lines,
    '  adopted --> [*]\n```\n'
  ]
    .join('\n')
    .replace(/^(# .*)\n(.*)\n/, '$1\n\n$2\n\n');
}

/** Returns the paths of the pages whose file differs from what is drawn. */
export const outdated = () =>
  Object.entries(diagrams).flatMap(([path, draw]) =>
    readFileSync(path, 'utf8') === draw() ? [] : [path]
  );

if (import.meta.main)
  for (const [path, draw] of Object.entries(diagrams)) writeFileSync(path, draw());
