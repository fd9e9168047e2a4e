import {
  Cause,
  Hold,
  type Notification,
} from "../../../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { inboxText } from "../../../text/inbox.ts";

/** What happened, in a few words: who it was is said beside it. */
export function happening({ cause, detail }: Notification): string {
  switch (cause) {
    case Cause.KEYWORD:
      return inboxText("did.keyword", { word: detail });
    case Cause.REPLY:
      return inboxText("did.reply");
    case Cause.REACTION:
      return inboxText("did.reaction", { emoji: detail });
    case Cause.INVITATION:
      return inboxText("did.invitation");
    case Cause.REMINDER:
      return inboxText("did.reminder");
    case Cause.ANNOUNCEMENT:
      return inboxText("did.announcement");
    default:
      return inboxText(detail === "name" ? "did.mention" : "did.call");
  }
}

/** Why one was told of it, and why it was not shown at once. */
export function whyTold({ cause, detail, held }: Notification): string {
  return [reasonOf(cause, detail), holdOf(held)].filter((part) => part !== "").join(" ");
}

function reasonOf(cause: Cause, detail: string): string {
  switch (cause) {
    case Cause.KEYWORD:
      return inboxText("why.keyword", { word: detail });
    case Cause.REPLY:
      return inboxText(detail === "started" || detail === "wrote" ? `why.${detail}` : "why.chose");
    case Cause.REACTION:
      return inboxText("why.reaction");
    case Cause.INVITATION:
      return inboxText("why.invitation");
    case Cause.REMINDER:
      return inboxText("why.reminder");
    case Cause.ANNOUNCEMENT:
      return inboxText("why.announcement");
    default:
      if (detail === "name" || detail === "channel" || detail === "here") return inboxText(`why.${detail}`);
      return inboxText("why.group");
  }
}

function holdOf(held: Hold): string {
  switch (held) {
    case Hold.LEVEL:
      return inboxText("held.level");
    case Hold.MUTED:
      return inboxText("held.muted");
    case Hold.SCHEDULE:
      return inboxText("held.schedule");
    case Hold.DO_NOT_DISTURB:
      return inboxText("held.quiet");
    case Hold.UNSPECIFIED:
      return "";
  }
}
