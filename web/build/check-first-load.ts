import { join } from "node:path";
import { firstLoadBudget, firstScreen, measureLoad } from "./first-load.ts";

const files = measureLoad(process.argv[2] ?? join(import.meta.dirname, "../dist"), firstScreen);
const total = files.reduce((sum, { gzipped }) => sum + gzipped, 0);
const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;

for (const { file, gzipped } of files) console.log(kibibytes(gzipped), file);
console.log(kibibytes(total), `first load, gzipped; the budget is ${firstLoadBudget / 1024} KiB`);
if (total > firstLoadBudget) {
  console.error("The first load is over its budget. Load lazily what a channel can be shown without.");
  process.exitCode = 1;
}
