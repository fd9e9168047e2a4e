import type { Saga } from "../../platform/workflow/saga.ts";

export type Leaver = { readonly userId: string };

export type AccountDeletionSteps = {
  forgetProfile(leaver: Leaver): Promise<void>;
  leaveChannels(leaver: Leaver): Promise<void>;
  /** Some at a time. */
  eraseMessages(leaver: Leaver): Promise<{ readonly more: boolean }>;
  forgetStream(leaver: Leaver): Promise<void>;
};

/**
 * What follows from the end of an account, which nobody takes back: first the person is a name no more, then
 * they are nowhere any more, then what they said is gone. Their own stream is last, because the steps before
 * write to it.
 */
export const accountDeletion: Saga<Leaver, AccountDeletionSteps> = {
  name: "account-deletion",
  async run(context, leaver) {
    await context.call("forgetProfile", leaver);
    await context.call("leaveChannels", leaver);
    let left: { readonly more: boolean };
    do left = await context.call("eraseMessages", leaver);
    while (left.more);
    await context.call("forgetStream", leaver);
  },
};
