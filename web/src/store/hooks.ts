import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import type { MyChannel } from "./channels/channel.ts";
import { type ChannelView, channelViewOf } from "./channels/visits.ts";
import { useClient, useWorkspace } from "./client-context.tsx";
import { isForChannel, keyOfPlace, type Place } from "./drafts/drafts.ts";
import type { Quiet } from "./people/do-not-disturb.ts";
import type { Presence } from "./people/presence.ts";
import type { User } from "./people/user.ts";
import type { Preferences } from "./preferences.ts";
import type { Session, SessionState } from "./session/session.ts";

/** Who is signed in, and the ways in and out. */
export function useSession(): SessionState & { readonly session: Session } {
  const { session } = useClient();
  const state = useStore(session.store);
  return useMemo(() => ({ ...state, session }), [state, session]);
}

/** The id of the signed-in person. */
export function useMe(): string {
  return useWorkspace().me;
}

/** Whether this tab is in touch with the server, and whether a reload would bring a newer client. */
export function useConnectionStatus(): ConnectionStatus {
  return useStore(useWorkspace().connection.status);
}

/** The channels this person is in, in no particular order, with what is unread in them. */
export function useChannels(): { readonly isRead: boolean; readonly channels: readonly MyChannel[] } {
  const { isRead, mine } = useStore(useWorkspace().channels.store);
  return useMemo(() => ({ isRead, channels: [...mine.values()] }), [isRead, mine]);
}

/** One channel, also one that this person is not in and may look at. */
export function useChannel(channelId: string): ChannelView {
  const { channels } = useWorkspace();
  const mine = useStore(channels.store, ({ mine }) => mine.get(channelId));
  const isRead = useStore(channels.store, ({ isRead }) => isRead);
  const other = useStore(channels.visits.store, (visits) => visits.get(channelId));
  const isForeign = mine === undefined && isRead;
  useEffect(() => {
    if (isForeign) void channels.visits.begin(channelId);
  }, [channels, channelId, isForeign]);
  return useMemo(() => channelViewOf(mine, other), [mine, other]);
}

/** What title and icon of the tab tell: how many messages call this person, and whether anything is unread. */
export function useUnreadTotal(): { readonly mentions: number; readonly isUnread: boolean } {
  return useStore(
    useWorkspace().channels.store,
    useShallow(({ mine }) => totalOf(mine.values())),
  );
}

/** Every message of a direct conversation calls the other; muted channels say nothing. */
function totalOf(channels: Iterable<MyChannel>): { mentions: number; isUnread: boolean } {
  const total = { mentions: 0, isUnread: false };
  for (const { channel, membership, unread, mentions } of channels) {
    if (membership.level === "nothing") continue;
    total.mentions += channel.kind === "direct" || channel.kind === "group-direct" ? unread : mentions;
    total.isUnread ||= unread > 0 || mentions > 0;
  }
  return total;
}

/** A person; undefined until they are known. */
export function useUser(userId: string): User | undefined {
  const { people } = useWorkspace();
  useEffect(() => people.want([userId]), [people, userId]);
  return useStore(people.store, (all) => all.get(userId));
}

/** Several people, those that are known. Their ids may be a new array each time. */
export function useUsers(userIds: readonly string[]): ReadonlyMap<string, User> {
  const { people } = useWorkspace();
  const ids = userIds.join(" ");
  const users = useStore(
    people.store,
    useShallow((all) => ids.split(" ").map((id) => all.get(id))),
  );
  useEffect(() => people.want(ids.split(" ")), [people, ids]);
  return useMemo(
    () => new Map(users.flatMap((user) => (user === undefined ? [] : [[user.id, user] as const]))),
    [users],
  );
}

/** Whether a person is there; asked for as long as it is shown. */
export function usePresence(userId: string): Presence {
  const { focus, presence } = useWorkspace();
  useEffect(() => focus.user(userId), [focus, userId]);
  return useStore(presence, (all) => all.get(userId) ?? "offline");
}

const nobody: readonly string[] = [];

/** Who is writing there just now, and how to tell that this person is. */
export function useTyping(
  channelId: string,
  threadRootId?: string,
): { readonly userIds: readonly string[]; readonly type: () => void } {
  const { typing } = useWorkspace();
  const place = usePlace(channelId, threadRootId);
  const userIds = useStore(typing.store, (all) => all.get(keyOfPlace(place)) ?? nobody);
  return useMemo(() => ({ userIds, type: () => typing.type(place) }), [typing, userIds, place]);
}

/** What was begun to be written there, and how to write on. */
export function useDraft(
  channelId: string,
  threadRootId?: string,
): readonly [text: string, write: (text: string) => void] {
  const { drafts } = useWorkspace();
  const place = usePlace(channelId, threadRootId);
  const text = useStore(drafts.store, (all) => all.get(keyOfPlace(place))?.text ?? "");
  return useMemo(() => [text, (next) => drafts.write(place, next)], [drafts, text, place]);
}

/** The channels in which something was begun to be written; what is for a thread is not counted. */
export function useDraftedChannels(): ReadonlySet<string> {
  const drafted = useStore(
    useWorkspace().drafts.store,
    useShallow((all) => [...all.values()].filter(isForChannel).map(({ channelId }) => channelId)),
  );
  return useMemo(() => new Set(drafted), [drafted]);
}

/** What the organisation is called; empty until it is known for the first time. */
export function useOrgName(): string {
  return useStore(useWorkspace().orgName.store);
}

/** Whether this person wants to be left alone, and how to choose it for all devices. */
export function useDoNotDisturb(): readonly [quiet: Quiet, choose: (quiet: Quiet) => Promise<void>] {
  const { doNotDisturb } = useWorkspace();
  const quiet = useStore(doNotDisturb.store);
  return useMemo(() => [quiet, (wish) => doNotDisturb.choose(wish)], [doNotDisturb, quiet]);
}

/** How the client looks and behaves for this person; `update` rejects if the server refuses. */
export function usePreferences(): {
  readonly isRead: boolean;
  readonly preferences: Preferences;
  readonly update: (change: Partial<Preferences>) => Promise<void>;
} {
  const store = useWorkspace().preferences;
  const state = useStore(store.store);
  return useMemo(() => ({ ...state, update: (change) => store.update(change) }), [state, store]);
}

function usePlace(channelId: string, threadRootId: string | undefined): Place {
  return useMemo(() => ({ channelId, threadRootId }), [channelId, threadRootId]);
}
