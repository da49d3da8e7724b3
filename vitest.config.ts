import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** Unit and contract tests: everything but what needs a browser. In processes of their own, because SQLite's driver is native code. */
export default defineConfig({
  resolve: { alias: { 'tract-studio': join(root, 'core/index.ts') } },
  test: {
    // All cores: the long property suites lie in files of their own, and nothing here is timed.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'], environment: 'node', pool: 'forks', setupFiles: ['test/helpers/checkAfterEach.ts'] },
      },
    ],
  },
})
