import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  summary: 'bring the database up to date',
  usage: `Usage: npm run lydhoer -- migrate

Makes the tables, or brings them up to date, without starting the forum: in the PostgreSQL of
DATABASE_URL, else in the directory DATA_DIR (.data).
`,
  async run(args) {
    readArguments(args, {});
    const { withForum } = await import('./forum.ts');
    const { databaseUrl, dataDirectory } = await withForum(async (forum) => forum.configuration);
    const where = databaseUrl ? new URL(databaseUrl).host : dataDirectory;
    process.stdout.write(`The database in ${where} is up to date.\n`);
  }
};
