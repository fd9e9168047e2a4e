import { writeSync } from "node:fs";
import { DomainError } from "../../../kernel/errors.ts";
import type { StepTable } from "../../../platform/workflow/saga.ts";
import type { BoundSaga } from "../../../platform/workflow/workflows.ts";
import type { Config } from "../../config.ts";
import { openProgram } from "../../program.ts";

export interface MortalOrders {
  readonly config: Config;
  readonly dieAt?: Death;
  /** The step that refuses for good, whatever it would do. */
  readonly refuses?: string;
}

/** Where the process ends as in a crash: before a step is done, or when it is and nobody knows. */
export interface Death {
  readonly step: string;
  readonly when: "before" | "after";
}

/** The program as a worker runs it, which tells each step of its sagas and may die of one. */
const { config, dieAt, refuses } = JSON.parse(process.argv[2] ?? "{}") as MortalOrders;
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
      if (name === refuses) throw new DomainError("precondition", "HOUSE_FULL", "Nobody else fits in.");
      const answer = await step(input);
      say(name);
      dieIf(name, "after");
      return answer;
    },
  ]);
  return { saga, steps: Object.fromEntries(wrapped) };
}

function dieIf(step: string, when: Death["when"]): void {
  if (dieAt?.step === step && dieAt.when === when) process.kill(process.pid, "SIGKILL");
}

/** At once, so that a line said before a crash is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
