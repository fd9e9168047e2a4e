import type { MessageId, UserId } from "../../../../kernel/ids.ts";

/** Who voted for what. */
export interface Votes {
  /** The options that somebody voted for. */
  of(message: MessageId, user: UserId): Promise<readonly number[]>;
  /** Who voted for an option, in the order of their votes. */
  voters(message: MessageId, optionId: number, limit: number): Promise<readonly UserId[]>;
}
