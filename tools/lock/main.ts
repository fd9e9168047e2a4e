// node tools/lock/main.ts [folder]: resolves package-lock.json and completes it, so that it installs on every platform.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { missingBinaries, withMissingBinaries } from "./platforms.ts";

process.chdir(process.argv[2] ?? ".");
execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], {
  stdio: "inherit",
});
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const missing = missingBinaries(lock).map(({ name, version }) => `${name}@${version}`);
writeFileSync("package-lock.json", `${JSON.stringify(withMissingBinaries(lock), null, 2)}\n`);
if (missing.length > 0) console.log(`Added what npm left out:\n${missing.join("\n")}`);
