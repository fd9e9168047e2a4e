import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { LONGEST_TEXT_BYTES } from "../domain/message.ts";
import type { Drafts } from "./ports.ts";

export interface SaveDraft {
  readonly channelId: ChannelId;
  readonly threadRootId?: MessageId | undefined;
  readonly text: string;
}

/** Keeps what somebody has begun to write, on all their devices. */
export async function saveDraft(
  deps: { readonly clock: Clock; readonly drafts: Drafts },
  actor: Actor,
  { channelId, threadRootId, text }: SaveDraft,
): Promise<void> {
  if (Buffer.byteLength(text) > LONGEST_TEXT_BYTES) {
    throw refuse("MESSAGE_TOO_LONG", { limitBytes: LONGEST_TEXT_BYTES });
  }
  await deps.drafts.save({
    type: "draft_changed",
    channelId,
    threadRootId,
    text: text.trim() === "" ? "" : text.replaceAll("\u0000", ""),
    by: actor.userId,
    at: deps.clock.now(),
  });
}
