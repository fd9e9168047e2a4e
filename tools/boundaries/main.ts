import { checkBoundaries } from "./check.ts";
import { describeViolation } from "./violation.ts";

const violations = await checkBoundaries(".");
if (violations.length > 0) {
  console.error(violations.map(describeViolation).join("\n\n"));
  console.error(`\n${violations.length} boundary violations`);
  process.exitCode = 1;
}
