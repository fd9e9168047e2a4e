import type { BookmarkId } from "../../../kernel/ids.ts";
import type { Bookmark, Channel } from "./channel.ts";
import { refuse } from "./errors.ts";
import type { ChannelAltered } from "./events.ts";

const MOST_BOOKMARKS = 50;

/** These functions answer what happened; nothing, where it was so already. Adding throws TOO_MANY_BOOKMARKS. */
export function addBookmark(channel: Channel, bookmark: Bookmark): readonly ChannelAltered[] {
  if (channel.bookmarks.length >= MOST_BOOKMARKS) {
    throw refuse("TOO_MANY_BOOKMARKS", { limit: MOST_BOOKMARKS });
  }
  return having(channel, [...channel.bookmarks, bookmark]);
}

/** Throws BOOKMARK_NOT_FOUND. */
export function changeBookmark(channel: Channel, changed: Bookmark): readonly ChannelAltered[] {
  const { title, url, emoji } = bookmarkOf(channel, changed.id);
  if (title === changed.title && url === changed.url && emoji === changed.emoji) return [];
  return having(
    channel,
    channel.bookmarks.map((it) => (it.id === changed.id ? changed : it)),
  );
}

/** Puts it before another one, or behind all. Throws BOOKMARK_NOT_FOUND. */
export function placeBookmark(
  channel: Channel,
  id: BookmarkId,
  beforeId: BookmarkId | undefined,
): readonly ChannelAltered[] {
  const placed = bookmarkOf(channel, id);
  if (beforeId === id) return [];
  if (beforeId !== undefined) bookmarkOf(channel, beforeId);
  const others = channel.bookmarks.filter((it) => it.id !== id);
  const place = beforeId === undefined ? others.length : others.findIndex((it) => it.id === beforeId);
  const bookmarks = others.toSpliced(place, 0, placed);
  const isSame = bookmarks.every((it, index) => it.id === channel.bookmarks[index]?.id);
  return isSame ? [] : having(channel, bookmarks);
}

export function removeBookmark(channel: Channel, id: BookmarkId): readonly ChannelAltered[] {
  const left = channel.bookmarks.filter((it) => it.id !== id);
  return left.length === channel.bookmarks.length ? [] : having(channel, left);
}

function bookmarkOf({ id: channelId, bookmarks }: Channel, id: BookmarkId): Bookmark {
  const bookmark = bookmarks.find((it) => it.id === id);
  if (bookmark === undefined) throw refuse("BOOKMARK_NOT_FOUND", { channelId });
  return bookmark;
}

function having(channel: Channel, bookmarks: readonly Bookmark[]): readonly ChannelAltered[] {
  return [{ type: "channel_described", channel: { ...channel, bookmarks } }];
}
