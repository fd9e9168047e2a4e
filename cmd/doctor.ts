import { examine } from "../src/app/doctor/doctor.ts";
import type { Finding } from "../src/app/doctor/finding.ts";
import { readEnvironment } from "./environment.ts";

const signs: Readonly<Record<Finding["state"], string>> = {
  fine: "ok",
  warning: "warning",
  problem: "PROBLEM",
};
const WIDTH = 9;

/** `node cmd/ctl.ts doctor`: says what is wrong and what to do; ends with 1 where there is a problem. */
export async function doctor(): Promise<void> {
  let problems = 0;
  for await (const { side, findings } of examine(readEnvironment(process.env))) {
    console.log(`\n${side}`);
    for (const { state, what, remedy } of findings) {
      console.log(`  ${signs[state].padEnd(WIDTH)}${what}`);
      if (remedy !== undefined) console.log(`${" ".repeat(WIDTH + 2)}→ ${remedy}`);
      if (state === "problem") problems += 1;
    }
  }
  console.log(problems === 0 ? "\nNothing is wrong." : `\n${problems} to be mended.`);
  if (problems > 0) process.exitCode = 1;
}
