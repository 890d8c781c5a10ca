import { defineConfig } from 'vitest/config';

/** Tests beside the code, journeys through the whole program, and a smoke test that also runs on PostgreSQL 15. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: './test/global-setup.ts',
    reporters: ['default', './test/closing-line.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,standins,bench}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'smoke', include: ['test/smoke/**/*.test.ts'] } },
    ],
  },
});
