import { defineConfig } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { findChromium, findPlaywrightChromium } from './scripts/steps/browsers.mjs'
import { isRoot } from './scripts/steps/root.mjs'
import { whyNoElectron } from './scripts/steps/testRuns.mjs'

const chromium = findChromium() ?? findPlaywrightChromium()
const sandbox = isRoot ? ['--no-sandbox'] : [] // Chromium refuses its sandbox to root

/** End-to-end tests of the built app. Project `web` drives a browser; project `electron` runs the same tests in Electron, where its binary is. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  // For what hangs: a busy machine takes its time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Each test has a host, a file and a window of its own; two at a time wait for each other's pauses, more would be in each other's way.
  workers: Math.min(2, availableParallelism()),
  forbidOnly: true,
  reporter: 'list',
  use: { viewport: { width: 1280, height: 800 }, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'web',
      use: {
        launchOptions: {
          ...(chromium === null ? {} : { executablePath: chromium }),
          args: [...sandbox, '--disable-gpu', '--disable-background-networking', '--no-first-run'],
        },
      },
    },
    ...(whyNoElectron() === null ? [{ name: 'electron', testIgnore: '**/launch.spec.ts' }] : []),
  ],
})
