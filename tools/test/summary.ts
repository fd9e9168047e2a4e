/** What of Vitest's JSON report counts. */
export interface TestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A file that could not even be loaded, and a run that broke otherwise, count as one failure each. */
export function summarize(report: TestReport): Summary {
  const unloaded = report.testResults.filter(
    (it) => it.status === "failed" && it.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What several runs have in sum. */
export function total(summaries: readonly Summary[]): Summary {
  const sum = (of: keyof Summary) => summaries.reduce((whole, it) => whole + it[of], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The last line of every run. */
export function closingLine({ passed, failed }: Summary): string {
  return `${passed} passed, ${failed} failed`;
}
