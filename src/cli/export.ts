import { needed, oneOf, readArguments } from './arguments.ts';
import { BadInput, type Command } from './command.ts';

export const exportCommand: Command = {
  summary: 'write a document, or all that was said of it',
  usage: `Usage: npm run lydhoer -- export DOCUMENT [--format markdown|json] [--version NUMBER] [--member EMAIL]

Prints the document at the slug: its text in Markdown, or as JSON its versions, its blocks and
every input with its answer, as the API tells them. Without --member it is what a public reader
may see, with it what the member may.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string' },
      version: { type: 'string' },
      member: { type: 'string' }
    });
    const format = oneOf(values.format ?? 'markdown', ['markdown', 'json'], '--format');
    const slug = needed(positionals[0], 'DOCUMENT');
    if (positionals.length > 1) throw new BadInput('export writes one document');
    const { exportJson, exportMarkdown } = await import('./exports.ts');
    const write = format === 'json' ? exportJson : exportMarkdown;
    process.stdout.write(await write(slug, values));
  }
};
