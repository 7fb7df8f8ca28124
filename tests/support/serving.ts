import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built forum, serving the demo from a directory of its own. */
export type ServedForum = {
  url: string;
  dataDirectory: string;
  /** The number of its process. */
  pid(): number;
  /** What it has printed so far. */
  printed(): string;
  /** Ends it as a person would, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same data, at the same address. */
  start(): Promise<void>;
  /** Kills it and deletes its data. */
  discard(): Promise<void>;
};

/** How long a start may take: it builds nothing, but on an empty directory it loads the demo. */
const patience = 180_000;

/** Serves the built forum on a copy of the demo; `npm run build` must have been run. */
export async function serveDemo(environment: Record<string, string> = {}): Promise<ServedForum> {
  const directory = await mkdtemp(join(tmpdir(), 'lydhoer-served-'));
  await cp(await demoDirectory(), directory, { recursive: true });
  return serve(directory, environment);
}

/** Builds the forum where its sources have changed, as it is served, and not as for a test. */
export function buildForum() {
  const script = "import('./src/build.ts').then(({ buildIfChanged }) => buildIfChanged())";
  inTurn(() =>
    execFileSync(process.execPath, ['-e', script], {
      env: { ...process.env, VITEST: '', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit']
    })
  );
}

/**
 * Does the work once no other process does: files that are tested at once would build into one
 * folder. The lock is SQLite's, which ends with the process.
 */
function inTurn(work: () => void) {
  const lock = new DatabaseSync(join('node_modules', '.building.sqlite'), { timeout: patience });
  try {
    lock.exec('begin exclusive');
    work();
  } finally {
    lock.close();
  }
}

/** Serves the built forum on the directory. */
export async function serve(
  dataDirectory: string,
  environment: Record<string, string> = {}
): Promise<ServedForum> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  let output = '';
  const start = async () => {
    child = spawn(process.execPath, ['src/server.ts'], {
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory, ...environment }
    });
    child.stdout!.on('data', (text) => (output += text));
    child.stderr!.on('data', (text) => (output += text));
    await answering(url, child, () => output);
  };
  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null) return resolve(child.exitCode);
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  const discard = async () => {
    await stop('SIGKILL');
    await rm(dataDirectory, { recursive: true, force: true });
  };
  await start();
  return { url, dataDirectory, start, stop, discard, printed: () => output, pid: () => child.pid! };
}

/** The demo as a first start of the day loads it; it stands with the build, and goes with it. */
async function demoDirectory(): Promise<string> {
  const template = join('build', `demo-${new Date().toISOString().slice(0, 10)}`);
  if (await exists(template)) return template;
  const directory = await mkdtemp(join('build', 'demo-'));
  await (await serve(directory)).stop();
  await rename(directory, template).catch(() => rm(directory, { recursive: true }));
  return template;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false
  );

async function answering(url: string, child: ChildProcess, printed: () => string) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The forum did not start:\n${printed()}`);
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The forum did not answer in time:\n${printed()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
