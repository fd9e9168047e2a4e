// node tools/test/main.ts <project>…: runs the named Vitest projects and ends with "N passed, N failed".
import { findChromium } from "./chromium.ts";
import { runVitest } from "./run-vitest.ts";
import { closingLine, type Summary, total } from "./summary.ts";

// One worker that imported both the server's modules and the client's would take twice as long over each: these
// have a process each, and run side by side.
const aside = ["unit", "web"];

const inCI = !["", "false", undefined].includes(process.env["CI"]);
const chromium = findChromium(process.env);
const asked = process.argv.slice(2);
const projects = asked.filter((it) => it !== "browser" || chromium !== undefined);
const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM: chromium }) };

const quick = projects.filter((it) => aside.includes(it));
const workers = quick.length > 1 ? "50%" : "100%";
const summaries = await Promise.all(quick.map((project) => runVitest([project], { env, workers })));
const others = projects.filter((it) => !aside.includes(it));
if (others.length > 0) summaries.push(await runVitest(others, { env, workers: "100%" }));
let summary: Summary = total(summaries);

if (projects.length < asked.length) {
  console.log("\nBrowser tests left out: no Chromium found. Install one, or name it in CHROMIUM.");
  if (inCI) summary = { ...summary, failed: summary.failed + 1 };
}
if (summary.skipped > 0) {
  console.log(`\n${summary.skipped} tests were skipped${inCI ? ", which counts as failure here" : ""}.`);
  if (inCI) summary = { ...summary, failed: summary.failed + summary.skipped };
}
console.log(closingLine(summary));
process.exitCode = summary.failed === 0 ? 0 : 1;
