import type { Saga } from "../../platform/workflow/saga.ts";

export type RetentionRun = {
  readonly orgId: string;
  /** As of when messages are too old, in milliseconds since 1970. */
  readonly now: number;
};

type Erased = { readonly after: string | null; readonly more: boolean };

export type RetentionSteps = {
  /** Some at a time, from after the last channel that was done. */
  eraseExpired(run: RetentionRun & { readonly after: string | null }): Promise<Erased>;
};

/** What an organisation does not want to keep any longer is erased, channel by channel. */
export const retention: Saga<RetentionRun, RetentionSteps> = {
  name: "retention",
  async run(context, run) {
    let erased: Erased = { after: null, more: true };
    while (erased.more) erased = await context.call("eraseExpired", { ...run, after: erased.after });
  },
};
