import type { HandlerContext } from "@connectrpc/connect";
import { parseId } from "../../../kernel/ids.ts";
import { type BookmarkChange, changeBookmarks } from "../application/change-bookmarks.ts";
import { type ChannelServiceDeps, enterChannel, type Service } from "./entrance.ts";
import { channelToProto } from "./to-proto.ts";

type BookmarkMethods = Pick<Service, "addBookmark" | "updateBookmark" | "placeBookmark" | "removeBookmark">;

/** The methods about what stands at the top of a channel. */
export function bookmarkMethods(deps: ChannelServiceDeps): BookmarkMethods {
  const changeAs = async (
    context: HandlerContext,
    request: { readonly channelId: string },
    change: BookmarkChange,
  ) => {
    const { actor, channelId } = await enterChannel(deps, context, "send_message", request);
    return { channel: channelToProto(await changeBookmarks(deps, actor, { channelId, change })) };
  };
  return {
    addBookmark: ({ title, url, emoji, ...request }, context) =>
      changeAs(context, request, { kind: "add", bookmark: { title: title.trim(), url, emoji } }),
    updateBookmark({ bookmarkId, title, url, emoji, ...request }, context) {
      const bookmark = { id: parseId("bmk", bookmarkId), title: title.trim(), url, emoji };
      return changeAs(context, request, { kind: "change", bookmark });
    },
    placeBookmark({ bookmarkId, beforeId, ...request }, context) {
      const before = beforeId === "" ? undefined : parseId("bmk", beforeId);
      return changeAs(context, request, { kind: "place", id: parseId("bmk", bookmarkId), beforeId: before });
    },
    removeBookmark: ({ bookmarkId, ...request }, context) =>
      changeAs(context, request, { kind: "remove", id: parseId("bmk", bookmarkId) }),
  };
}
