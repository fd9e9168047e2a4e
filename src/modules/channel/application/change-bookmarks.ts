import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { BookmarkId, ChannelId, Ids } from "../../../kernel/ids.ts";
import { addBookmark, changeBookmark, placeBookmark, removeBookmark } from "../domain/bookmarks.ts";
import type { Bookmark, Channel } from "../domain/channel.ts";
import type { ChannelAltered } from "../domain/events.ts";
import { archivedChannelsDoNotChange } from "../domain/rules.ts";
import type { ChannelStore } from "./ports.ts";

export interface ChangeBookmarksDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type BookmarkChange =
  | { readonly kind: "add"; readonly bookmark: Omit<Bookmark, "id"> }
  | { readonly kind: "change"; readonly bookmark: Bookmark }
  | { readonly kind: "place"; readonly id: BookmarkId; readonly beforeId: BookmarkId | undefined }
  | { readonly kind: "remove"; readonly id: BookmarkId };

/** Changes what stands at the top of a channel. Throws BOOKMARK_NOT_FOUND, TOO_MANY_BOOKMARKS, CHANNEL_ARCHIVED. */
export async function changeBookmarks(
  { store, clock, ids }: ChangeBookmarksDeps,
  actor: Actor,
  { channelId, change }: { readonly channelId: ChannelId; readonly change: BookmarkChange },
): Promise<Channel> {
  return store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId, actor.userId, "send_message");
    archivedChannelsDoNotChange(channel);
    const events = changed(channel, change, ids);
    await tx.record(events, { by: actor.userId, at: clock.now() });
    return events[0]?.channel ?? channel;
  });
}

function changed(channel: Channel, change: BookmarkChange, ids: Ids): readonly ChannelAltered[] {
  switch (change.kind) {
    case "add":
      return addBookmark(channel, { ...change.bookmark, id: ids.next("bmk") });
    case "change":
      return changeBookmark(channel, change.bookmark);
    case "place":
      return placeBookmark(channel, change.id, change.beforeId);
    case "remove":
      return removeBookmark(channel, change.id);
  }
}
