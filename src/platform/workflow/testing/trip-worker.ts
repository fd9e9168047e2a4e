import { writeSync } from "node:fs";
import { DomainError } from "../../../kernel/errors.ts";
import { bindSaga } from "../workflows.ts";
import { type EngineSettings, openEngine } from "./open-engine.ts";
import { type Trip, type TripSteps, trip } from "./trip.ts";

export interface WorkerOrders {
  readonly engine: EngineSettings;
  /** The step at which the process ends as in a crash: before it is done, or when it is and nobody knows. */
  readonly dieAt?: { readonly step: string; readonly when: "before" | "after" };
  /** The step that fails once, as when an engine does not answer. */
  readonly failsOnce?: string;
}

/** A process that takes part in the work, and writes a line for each step it has done. */
const { engine: settings, dieAt, failsOnce } = JSON.parse(process.argv[2] ?? "{}") as WorkerOrders;
const failed = new Set<string>();

const engine = await openEngine(settings);
await engine.work([
  bindSaga(trip, {
    bookFlight: (booked) => step("bookFlight", booked, { seat: "12A" }),
    cancelFlight: ({ because, ...booked }) =>
      step("cancelFlight", booked, undefined, ` as ${because.reason}`),
    bookHotel: (booked) => step("bookHotel", booked, undefined),
    cancelHotel: ({ because, ...booked }) => step("cancelHotel", booked, undefined, ` as ${because.reason}`),
    pay: ({ seat, ...booked }) => step("pay", booked, undefined, ` for ${seat}`),
  } satisfies TripSteps),
]);
process.once("SIGTERM", () => void engine.stop().then(() => process.exit(0)));

async function step<Answer>(
  name: string,
  { traveller, refuses }: Trip,
  answer: Answer,
  detail = "",
): Promise<Answer> {
  dieIf(name, "before");
  if (name === failsOnce && !failed.has(name)) {
    failed.add(name);
    throw new Error("the booking office does not answer");
  }
  if (name === refuses) throw new DomainError("precondition", "FULLY_BOOKED", "Nothing is free.");
  say(`${traveller} ${name}${detail}`);
  dieIf(name, "after");
  return answer;
}

function dieIf(step: string, when: "before" | "after"): void {
  if (dieAt?.step === step && dieAt.when === when) process.kill(process.pid, "SIGKILL");
}

/** At once, so that a line said before a crash is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
