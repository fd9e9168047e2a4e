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

/** The last line of every run. */
export function closingLine({ passed, failed }: Summary): string {
  return `${passed} passed, ${failed} failed`;
}
