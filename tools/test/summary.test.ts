import { describe, expect, it } from "vitest";
import { closingLine, summarize, type TestReport, total } from "./summary.ts";

const clean: TestReport = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

describe("the summary of a test run", () => {
  it("counts tests over all projects and ends with one plain line", () => {
    expect(closingLine(summarize(clean))).toBe("7 passed, 0 failed");
  });

  it("adds up several runs", () => {
    const runs = [clean, { ...clean, numFailedTests: 2, numPendingTests: 1, success: false }].map(summarize);
    expect(total(runs)).toEqual({ passed: 14, failed: 2, skipped: 1 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const report = { ...clean, success: false, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(summarize(report).failed).toBe(1);
  });

  it("never calls a broken run a success", () => {
    expect(summarize({ ...clean, success: false }).failed).toBe(1);
  });

  it("tells what was skipped or left for later", () => {
    expect(summarize({ ...clean, numPendingTests: 2, numTodoTests: 1 }).skipped).toBe(3);
  });
});
