import { basename } from 'node:path';
import { readArguments } from './arguments.ts';
import { BadInput, type Command } from './command.ts';
import { readBytes } from './read-blocks.ts';

export const importCommand: Command = {
  summary: 'bring in a document, a region’s rewrite or a Discourse topic',
  usage: `Usage: npm run lydhoer -- import document FILE --member EMAIL [--title TITLE] [--summary TEXT]
           [--area AREA] [--level national|region|municipality] [--region SLUG]
           [--audience public|members]
       npm run lydhoer -- import rewrite FILE --document SLUG --region SLUG --date 2026-03-14
           --place PLACE --present NUMBER [--minutes FILE] [--foreword TEXT]
           [--scope HEADING …] --member EMAIL
       npm run lydhoer -- import discourse FILE --document SLUG --member EMAIL

Does what the member could do on the forum's pages, and refuses what they could not. Repeated,
it adds nothing twice. Stop the running forum first, unless it is on PostgreSQL.

  document   a draft from Markdown, or from plain text as it comes out of a PDF; the title is
             the text's own unless --title says otherwise
  rewrite    the meeting and its text, aligned with the version in hearing, to be looked through
             and posted; --scope names a section that the meeting considered, and can be
             repeated; without it the meeting considered the whole
  discourse  a topic's JSON (/t/ID.json?include_raw=true&print=true) as input of the hearing
`,
  run: runImport
};

const text = { type: 'string' } as const;

/** The options of all imports, of which each uses some. */
const options = {
  ...{ member: text, document: text, region: text, title: text, summary: text, area: text },
  ...{ level: text, audience: text, date: text, place: text, present: text, minutes: text },
  ...{ foreword: text, scope: { type: 'string', multiple: true } as const }
};

export type ImportOptions = ReturnType<typeof readOptions>['values'];

const readOptions = (args: readonly string[]) => readArguments(args, options);

async function runImport(args: readonly string[]) {
  const { values, positionals } = readOptions(args);
  const [kind, path, ...more] = positionals;
  const { imports } = await import('./imports.ts');
  const run = imports.get(kind ?? '');
  if (!run) throw new BadInput('import needs document, rewrite or discourse; see --help');
  if (!path || more.length > 0) throw new BadInput(`import ${kind} needs one file`);
  const told = await run({ bytes: readBytes(path), name: basename(path) }, values);
  process.stdout.write(`${told.join('\n')}\n`);
}
