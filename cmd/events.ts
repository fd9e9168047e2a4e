import { parseArgs } from "node:util";
import { openProgram } from "../src/app/program.ts";
import { DomainError } from "../src/kernel/errors.ts";
import { parseId } from "../src/kernel/ids.ts";
import type { Operation } from "../src/platform/outbox/operation.ts";
import { readEnvironment } from "./environment.ts";

const LISTED = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

type Command = (operation: Operation, args: readonly string[]) => Promise<unknown>;

const commands: Readonly<Record<string, { readonly usage: string; readonly run: Command }>> = {
  parked: { usage: "parked", run: (operation) => operation.listParked(LISTED) },
  inspect: {
    usage: "inspect <event>",
    run: async (operation, [event = ""]) =>
      (await operation.find(parseId("evt", event))) ?? "There is no such event.",
  },
  park: {
    usage: "park <event> <consumer>",
    run: async (operation, [event = "", consumer = ""]) =>
      (await operation.park(parseId("evt", event), consumer)) ? "It is parked." : "Nothing like that waits.",
  },
  retry: {
    usage: "retry all | <event> [<consumer>]",
    async run(operation, [event = "", subscriber]) {
      const one = event === "all" ? {} : { event: parseId("evt", event) };
      const count = await operation.retry({ ...one, ...(subscriber !== undefined && { subscriber }) });
      return `${count} will be delivered again.`;
    },
  },
  replay: {
    usage: "replay <consumer> [--since=<time>, by default a day ago]",
    async run(operation, args) {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: { since: { type: "string" } },
        allowPositionals: true,
      });
      const since = values.since === undefined ? new Date(Date.now() - DAY_MS) : new Date(values.since);
      if (Number.isNaN(since.getTime())) return "The time is written like 2026-11-21T09:00:00Z.";
      return `${await operation.replay(positionals[0] ?? "", since)} events will be handled again.`;
    },
  },
};

/** What was typed does not name anything: said in a sentence. */
function refusal(error: unknown): string {
  if (!(error instanceof DomainError)) throw error;
  process.exitCode = 2;
  return error.message;
}

/** `node cmd/ctl.ts events …`: looks at deliveries of events and has them tried again; servers may run meanwhile. */
export async function events(): Promise<void> {
  const [, , , name = "", ...args] = process.argv;
  const command = commands[name];
  if (command === undefined) {
    const usages = Object.values(commands).map(({ usage }) => `node cmd/ctl.ts events ${usage}`);
    console.error(`usage: ${usages.join("\n       ")}`);
    process.exitCode = 2;
    return;
  }
  const program = await openProgram(readEnvironment(process.env), { beside: true });
  try {
    const answer = await command.run(program.engines.bus.operation, args).catch(refusal);
    console.log(typeof answer === "string" ? answer : JSON.stringify(answer, undefined, 2));
  } finally {
    await program.stop();
  }
}
