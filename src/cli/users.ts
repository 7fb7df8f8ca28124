import { readArguments } from './arguments.ts';
import { BadInput, type Command } from './command.ts';

export const usersCommand: Command = {
  summary: 'list members, add one, give a password or a role',
  usage: `Usage: npm run lydhoer -- users list
       npm run lydhoer -- users add NAME EMAIL [--role administrator|politiskForum …]
           [--region SLUG [--rapporteur]]
       npm run lydhoer -- users password EMAIL
       npm run lydhoer -- users role EMAIL administrator|politiskForum [--remove]

For whoever runs the server: to make the first administrator, and to help one who is locked out.
Everybody else is invited on the forum's own pages. A password is read from the first line of
standard input where that is piped; otherwise one is made up and printed.
`,
  run: runUsers
};

const options = {
  role: { type: 'string', multiple: true } as const,
  region: { type: 'string' } as const,
  rapporteur: { type: 'boolean' } as const,
  remove: { type: 'boolean' } as const
};

export type UserOptions = ReturnType<typeof readOptions>['values'];

const readOptions = (args: readonly string[]) => readArguments(args, options);

async function runUsers(args: readonly string[]) {
  const { values, positionals } = readOptions(args);
  const [verb, ...words] = positionals;
  const { accounts } = await import('./accounts.ts');
  const run = accounts.get(verb ?? '');
  if (!run) throw new BadInput('users needs list, add, password or role; see --help');
  process.stdout.write(`${(await run(words, values)).join('\n')}\n`);
}
