import type { MessageId, UserId } from "../../../../kernel/ids.ts";

/** What the log of a channel tells that may concern somebody, or no longer does. */
export type Happening =
  | { readonly kind: "posted" | "edited" | "deleted"; readonly messageId: MessageId }
  | {
      readonly kind: "reacted" | "unreacted";
      readonly messageId: MessageId;
      readonly by: UserId;
      readonly emoji: string;
    }
  /** Somebody added them. */
  | { readonly kind: "invited"; readonly userId: UserId; readonly by: UserId }
  | { readonly kind: "left"; readonly userId: UserId };

/** A happening with its position in the log. */
export type Located = Happening & { readonly seq: bigint; readonly at: Date };
