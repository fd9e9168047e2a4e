import { setTimeout } from "node:timers/promises";
import { dataFolder, findRunningServer } from "./running-server.ts";

/** The server gives itself 15 s to finish what is in flight. */
const patienceMs = 20_000;

const pid = findRunningServer();
if (pid === undefined) {
  console.log(`No server runs on ${dataFolder}.`);
} else {
  process.kill(pid, "SIGTERM");
  if (await ends()) console.log(`Stopped the server (process ${pid}).`);
  else {
    console.error(`The server (process ${pid}) did not stop within ${patienceMs / 1000} s.`);
    process.exitCode = 1;
  }
}

async function ends(): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (findRunningServer() !== undefined) {
    if (Date.now() > deadline) return false;
    await setTimeout(50);
  }
  return true;
}
