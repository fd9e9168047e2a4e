import type { ChannelId, MessageId, OrgId, ScheduledId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";
import { mentionsIn } from "./mentions.ts";
import { textOfMessage } from "./message.ts";

/** A message that is to be sent at a later moment. */
export interface Scheduled {
  readonly id: ScheduledId;
  readonly by: UserId;
  readonly orgId: OrgId;
  readonly channelId: ChannelId;
  readonly threadRootId: MessageId | undefined;
  readonly alsoInChannel: boolean;
  /** Markdown. */
  readonly text: string;
  readonly sendAt: Date;
  /** The reason for which it could not be sent; undefined while it is planned. */
  readonly failure: string | undefined;
}

const FURTHEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** What is said, and when; throws SEND_TIME_PAST, SEND_TIME_TOO_FAR and what no message may hold. */
export function planned(
  { text, sendAt }: Pick<Scheduled, "text" | "sendAt">,
  now: Date,
): Pick<Scheduled, "text" | "sendAt" | "failure"> {
  if (sendAt <= now) throw refuse("SEND_TIME_PAST");
  if (sendAt.getTime() - now.getTime() > FURTHEST_DAYS * DAY_MS) {
    throw refuse("SEND_TIME_TOO_FAR", { limitDays: FURTHEST_DAYS });
  }
  const said = textOfMessage(text);
  // Throws where it calls too many.
  mentionsIn(said);
  return { text: said, sendAt, failure: undefined };
}
