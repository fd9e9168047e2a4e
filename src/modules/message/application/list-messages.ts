import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Anchor, HistoryPage, Messages } from "./ports.ts";

export type Place =
  | Anchor
  | { readonly kind: "around_message"; readonly messageId: MessageId }
  | { readonly kind: "around_time"; readonly moment: Date };

export interface ListMessages {
  readonly channelId: ChannelId;
  readonly place: Place;
  readonly limit: number;
}

/** A page of a channel's history, at a position, a message or a moment. */
export async function listMessages(
  deps: { readonly messages: Messages },
  reader: UserId,
  { channelId, place, limit }: ListMessages,
): Promise<HistoryPage> {
  const anchor = await anchorOf(deps.messages, reader, channelId, place);
  return deps.messages.page(channelId, anchor, limit, reader);
}

async function anchorOf(
  messages: Messages,
  reader: UserId,
  channelId: ChannelId,
  place: Place,
): Promise<Anchor> {
  switch (place.kind) {
    case "around_message": {
      const view = await messages.find(place.messageId, reader);
      if (view?.message.channelId !== channelId) throw refuse("MESSAGE_NOT_FOUND");
      return { kind: "around", seq: view.message.seq };
    }
    case "around_time": {
      const seq = await messages.seqAt(channelId, place.moment);
      return seq === undefined ? { kind: "latest" } : { kind: "around", seq };
    }
    default:
      return place;
  }
}
