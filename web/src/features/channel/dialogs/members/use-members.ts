import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useWorkspace } from "../../../../store/client-context.tsx";
import { useChannelNews } from "../../../../store/message-hooks.ts";
import { isCalled } from "../../../../store/people/is-called.ts";
import { userFromProto } from "../../../../store/people/user.ts";
import type { ChannelNews, Workspace } from "../../../../store/workspace.ts";
import { type Paged, pagedOf } from "../list/paged.ts";
import { byStanding, type Member, roleFromProto } from "./member.ts";

interface Page {
  readonly members: readonly Member[];
  readonly next: string;
}

/** As many as can be named to the server at once. */
const pageSize = 200;

/**
 * The people of a channel whose name or handle contains a text; those who have come are searched here, and the
 * others as they come. The list is kept up, also by `refresh`.
 */
export function useMembers(
  channelId: string,
  query: string,
): Paged<Member> & { readonly refresh: () => Promise<unknown> } {
  const workspace = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: ["members", channelId],
    queryFn: ({ pageParam }) => readPage(workspace, channelId, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }: Page) => next || undefined,
    staleTime: 0,
  });
  const { data, hasNextPage, refetch } = result;
  const listener = useCallback(
    (news: ChannelNews) => {
      if (news.kind === "members" && news.channelId === channelId) void refetch();
    },
    [channelId, refetch],
  );
  useChannelNews(listener);
  const members = useMemo(() => data?.pages.flatMap((page) => page.members), [data]);
  const shown = useMemo(() => members?.filter(({ user }) => isCalled(user, query)), [members, query]);
  const isBehind = query.trim() !== "" && hasNextPage;
  return { ...pagedOf(result, shown, isBehind), refresh: refetch };
}

/** Members and who they are come together, so that a page does not change its order before one's eyes. */
async function readPage({ api, people }: Workspace, channelId: string, pageToken: string): Promise<Page> {
  const { members, nextPageToken } = await api.channels.listMembers({ channelId, pageSize, pageToken });
  const { users } = await api.users.getUsers({ userIds: members.map(({ userId }) => userId) });
  people.changed(users);
  const known = new Map(users.map((user) => [user.id, userFromProto(user)]));
  const found = members.flatMap(({ userId, role }) => {
    const user = known.get(userId);
    return user === undefined ? [] : { user, role: roleFromProto(role) };
  });
  return { members: found.toSorted(byStanding), next: nextPageToken };
}
