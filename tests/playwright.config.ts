import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './support/chromium.ts';

export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results/browser',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A page that scrolls smoothly is waited for before every click in it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findChromium(), args: chromiumFlags }
  }
});
