import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { User } from "../../../store/people/user.ts";

export type Since = keyof typeof periodsMs | "all";

/** Which calls somebody looks for. */
export interface CallsWanted {
  /** Empty: any. */
  readonly apiKeyId: string;
  readonly person: User | undefined;
  /** As it is typed. */
  readonly method: string;
  readonly since: Since;
  /** The moment from which on, chosen once, so that further pages continue the first. */
  readonly fromMs: number | undefined;
  readonly onlyFailures: boolean;
}

const hourMs = 3_600_000;
const periodsMs = { hour: hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs } as const;

// As the contract has it; what is not finished typing is not asked for.
const METHOD = /^([A-Za-z0-9_.]{1,128}\/)?[A-Za-z0-9]{1,64}$/;

export const everything: CallsWanted = {
  ...{ apiKeyId: "", person: undefined, method: "", since: "all", fromMs: undefined, onlyFailures: false },
};

export function isEverything(wanted: CallsWanted): boolean {
  const { apiKeyId, person, method, since, onlyFailures } = wanted;
  return apiKeyId === "" && person === undefined && method === "" && since === "all" && !onlyFailures;
}

export function fromSince(since: Since, nowMs: number): Pick<CallsWanted, "since" | "fromMs"> {
  return { since, fromMs: since === "all" ? undefined : nowMs - periodsMs[since] };
}

/** The question to the server. */
export function askedFor({ apiKeyId, person, method, fromMs, onlyFailures }: CallsWanted) {
  const named = method.trim().replace(/^\//, "");
  return {
    apiKeyId,
    userId: person?.id ?? "",
    method: METHOD.test(named) ? named : "",
    onlyFailures,
    ...(fromMs !== undefined && { from: timestampFromMs(fromMs) }),
  };
}
