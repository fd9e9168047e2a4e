import type { Saga, Undoing } from "../../platform/workflow/saga.ts";

export type Newcomer = {
  readonly userId: string;
  readonly orgId: string;
  readonly name: string;
  /** Empty where nobody has said; absent in a run that began before anybody could. */
  readonly preferredHandle?: string;
  readonly guest: boolean;
  /** Empty for who founds no organisation. */
  readonly createdOrgName: string;
  /** Empty for who came without an invitation. */
  readonly invitationId: string;
  /** ISO 8601. */
  readonly registeredAt: string;
};

export type RegistrationSteps = {
  /** Refuses where the account is gone already. */
  confirmAccount(newcomer: Newcomer): Promise<void>;
  withdrawAccount(newcomer: Newcomer & Undoing): Promise<void>;
  createProfile(newcomer: Newcomer): Promise<void>;
  removeProfile(newcomer: Newcomer): Promise<void>;
  joinDefaultChannels(newcomer: Newcomer): Promise<void>;
  leaveChannels(newcomer: Newcomer): Promise<void>;
  /** Refuses where the account is gone meanwhile: nothing may be left then of what was made for it. */
  welcome(newcomer: Newcomer): Promise<void>;
};

/**
 * What follows from an account that was just made: somebody others can see, with places to talk. Who cannot
 * become that is no member at all, and is told why.
 */
export const registration: Saga<Newcomer, RegistrationSteps> = {
  name: "registration",
  async run(context, newcomer) {
    await context.call("confirmAccount", newcomer, { undo: "withdrawAccount" });
    await context.call("createProfile", newcomer, { undo: "removeProfile" });
    await context.call("joinDefaultChannels", newcomer, { undo: "leaveChannels" });
    await context.call("welcome", newcomer);
  },
};
