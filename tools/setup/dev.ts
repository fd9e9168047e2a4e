import { type ChildProcess, spawn } from "node:child_process";

/** Server and client, each restarting by itself; when one ends, so does the other. */
const children: readonly ChildProcess[] = [
  spawn(process.execPath, ["--watch", "--watch-preserve-output", "cmd/server.ts"], { stdio: "inherit" }),
  spawn(process.execPath, ["node_modules/vite/bin/vite.js", "web", "--clearScreen", "false"], {
    stdio: "inherit",
  }),
];

function stop(): void {
  for (const child of children) child.kill("SIGTERM");
}

for (const child of children) child.once("exit", stop);
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
