import type { Saga } from "../../platform/workflow/saga.ts";

export type Leaver = { readonly userId: string };

export type AccountDeletionSteps = {
  forgetProfile(leaver: Leaver): Promise<void>;
  leaveChannels(leaver: Leaver): Promise<void>;
  /** Some at a time. */
  eraseMessages(leaver: Leaver): Promise<{ readonly more: boolean }>;
  forgetStream(leaver: Leaver): Promise<void>;
  /** Some at a time. */
  eraseReactions(leaver: Leaver): Promise<{ readonly more: boolean }>;
  forgetPresence(leaver: Leaver): Promise<void>;
};

/**
 * What follows from the end of an account, which nobody takes back: first the person is a name no more, then
 * they are nowhere any more, then what they said is gone. Their own stream goes when no step writes to it
 * any more.
 */
export const accountDeletion: Saga<Leaver, AccountDeletionSteps> = {
  name: "account-deletion",
  async run(context, leaver) {
    await context.call("forgetProfile", leaver);
    await context.call("leaveChannels", leaver);
    while ((await context.call("eraseMessages", leaver)).more);
    await context.call("forgetStream", leaver);
    while ((await context.call("eraseReactions", leaver)).more);
    await context.call("forgetPresence", leaver);
  },
};
