/** What a stranger may try only so often. */
export type Attempt =
  | "logIn"
  | "register"
  | "resetPassword"
  | "verifyEmail"
  | "confirmPassword"
  | "secondFactor"
  | "openLink"
  | "beginCeremony";

export interface Attempts {
  /**
   * Counts one try from this address and, where one is named, at this account, be there such an account
   * or not. Throws TOO_MANY_ATTEMPTS with `retryAfterSeconds`.
   */
  take(attempt: Attempt, by: { readonly address: string; readonly account?: string }): Promise<void>;
  /** What was tried succeeded: earlier failures from this address at this account count no more. */
  forgive(attempt: Attempt, by: { readonly address: string; readonly account: string }): Promise<void>;
}
