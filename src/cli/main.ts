import { alignCommand } from './align.ts';
import { blocksCommand } from './blocks.ts';
import { BAD_INPUT, BadInput, type Command } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { securityLogCommand } from './security-log.ts';
import { usersCommand } from './users.ts';

/** To add a command, add its line. */
const commands: Record<string, Command> = {
  align: alignCommand,
  blocks: blocksCommand,
  import: importCommand,
  export: exportCommand,
  migrate: migrateCommand,
  users: usersCommand,
  'security-log': securityLogCommand
};

/** Runs the command named by the first argument, and returns the exit status. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return name === undefined ? BAD_INPUT : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`There is no command "${name}". Try: npm run lydhoer -- --help`);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.usage);
    return 0;
  }
  return runCommand(command, args);
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    if (error instanceof BadInput) return refuse(error.message);
    throw error;
  }
}

function refuse(message: string): number {
  process.stderr.write(`lydhoer: ${message}\n`);
  return BAD_INPUT;
}

function overview(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(13)} ${summary}`
  );
  return `Usage: npm run lydhoer -- COMMAND [--help]\n\n${lines.join('\n')}\n`;
}

// A program that reads the output, such as head, may close the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
