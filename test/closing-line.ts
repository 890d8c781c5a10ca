import { writeFileSync } from 'node:fs';

import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line of counts; with LIENTHONG_TEST_COUNTS set, writes them there for scripts/test.mjs. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) count(counts, test.result().state);
    }
    const file = process.env.LIENTHONG_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}

function count(counts: { passed: number; failed: number; skipped: number }, state: string): void {
  if (state === 'passed') counts.passed += 1;
  else if (state === 'failed') counts.failed += 1;
  else counts.skipped += 1;
}
