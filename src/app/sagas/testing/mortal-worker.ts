import { writeSync } from "node:fs";
import type { StepTable } from "../../../platform/workflow/saga.ts";
import type { BoundSaga } from "../../../platform/workflow/workflows.ts";
import type { Config } from "../../config.ts";
import { openProgram } from "../../program.ts";

export interface MortalOrders {
  readonly config: Config;
  /** The step at which the process ends as in a crash: before it is done, or when it is and nobody knows. */
  readonly dieAt?: { readonly step: string; readonly when: "before" | "after" };
}

/** The program as a worker runs it, which tells each step of its sagas and may die of one. */
const { config, dieAt } = JSON.parse(process.argv[2] ?? "{}") as MortalOrders;
const { contexts, engines, stop } = await openProgram(config);
await engines.bus.start();
await engines.workflows.work(contexts.sagas.map(mortal));
say("working");
process.once("SIGTERM", () => void engines.bus.stop().then(engines.workflows.stop).then(stop));

function mortal({ saga, steps }: BoundSaga): BoundSaga {
  const wrapped = Object.entries(steps).map(([name, step]): [string, StepTable[string]] => [
    name,
    async (input) => {
      dieIf(name, "before");
      const answer = await step(input);
      say(name);
      dieIf(name, "after");
      return answer;
    },
  ]);
  return { saga, steps: Object.fromEntries(wrapped) };
}

function dieIf(step: string, when: "before" | "after"): void {
  if (dieAt?.step === step && dieAt.when === when) process.kill(process.pid, "SIGKILL");
}

/** At once, so that a line said before a crash is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
