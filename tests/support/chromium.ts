import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * Where Debian's packages put it. The shell is a Chromium without windows, which takes a fifth less of
 * the processor for the same pages.
 */
const debian = { shell: '/usr/bin/chromium-headless-shell', browser: '/usr/bin/chromium' };

/**
 * The path of a Chromium: CHROMIUM_PATH, one that is installed, else one that is installed now,
 * from Playwright's store or, where that cannot be reached, from Debian's.
 */
export function findChromium(): string {
  const here = [
    process.env.CHROMIUM_PATH,
    debian.shell,
    chromium.executablePath(),
    debian.browser
  ].find((path) => path && existsSync(path));
  if (here) return here;
  return fromPlaywright() ?? fromDebian();
}

function fromPlaywright(): string | null {
  if (!runs(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']))
    return null;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function fromDebian(): string {
  const installed =
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell']);
  if (!installed || !existsSync(debian.shell))
    throw new Error('No Chromium could be found or installed. Set CHROMIUM_PATH to one.');
  return debian.shell;
}

function runs(command: string, words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    return true;
  } catch {
    return false;
  }
}

/** What keeps Chromium quiet in a container, as root and without a network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
