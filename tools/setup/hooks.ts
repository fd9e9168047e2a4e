import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const hook = "#!/bin/sh\n# Written by `make hooks`.\nexec make ready\n";

const folder = execFileSync("git", ["rev-parse", "--git-path", "hooks"], { encoding: "utf8" }).trim();
const file = join(folder, "pre-commit");

if (existsSync(file) && readFileSync(file, "utf8") !== hook) {
  console.error(`${file} exists and is not ours: add \`make ready\` to it yourself.`);
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, hook);
  chmodSync(file, 0o755);
  console.log("Every commit now runs `make ready` first; `git commit --no-verify` leaves it out.");
}
