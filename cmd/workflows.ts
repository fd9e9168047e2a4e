import { openProgram } from "../src/app/program.ts";
import { createRunOperation, type RunOperation } from "../src/platform/workflow/embedded/run-operation.ts";
import { readEnvironment } from "./environment.ts";

const LISTED = 100;

interface Command {
  readonly usage: string;
  run(operation: RunOperation, run: string): Promise<unknown>;
}

const commands: Readonly<Record<string, Command>> = {
  list: { usage: "list", run: (operation) => operation.listOpen(LISTED) },
  inspect: {
    usage: "inspect <run>",
    run: async (operation, run) => (await operation.find(run)) ?? "There is no such run.",
  },
  retry: {
    usage: "retry <run>",
    run: async (operation, run) =>
      (await operation.retry(run))
        ? "It is tried again."
        : "It is neither stuck nor has a step of it failed.",
  },
};

/** `node cmd/ctl.ts workflows …`: looks at sagas, and has what is stuck tried again; servers may run meanwhile. */
export async function workflows(): Promise<void> {
  const [, , , name = "", run = ""] = process.argv;
  const command = commands[name];
  if (command === undefined) {
    const usages = Object.values(commands).map(({ usage }) => `node cmd/ctl.ts workflows ${usage}`);
    console.error(`usage: ${usages.join("\n       ")}`);
    process.exitCode = 2;
    return;
  }
  const config = readEnvironment(process.env);
  const program = await openProgram(config, { beside: true });
  try {
    const operation = createRunOperation(program.engines.database("workflow", 1).sql);
    const answer = await command.run(operation, run);
    console.log(typeof answer === "string" ? answer : JSON.stringify(answer, undefined, 2));
    if (config.temporal !== undefined) console.error(elsewhere(config.temporal));
  } finally {
    await program.stop();
  }
}

function elsewhere({ address, namespace }: { readonly address: string; readonly namespace: string }): string {
  const look = `temporal workflow list --address ${address} --namespace ${namespace}`;
  return `These are the runs that began before TEMPORAL_ADDRESS was set. For those on Temporal: ${look}`;
}
