import { useMemo } from "react";
import { useStore } from "zustand";
import type { MessageTextContext } from "../../markdown/context.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { openLayer } from "./layers.ts";
import type { useWays } from "./use-place.ts";

/** What messages mention, by name, and where a press on it leads. */
export function useTextWorld({ openChannel, openPath }: ReturnType<typeof useWays>): MessageTextContext {
  const { me, people, channels, circle } = useWorkspace();
  const groups = useStore(circle.store, (state) => state.groups);
  const users = useStore(people.store);
  const mine = useStore(channels.store, (state) => state.mine);
  return useMemo(
    () => ({
      person: (userId) => {
        const group = groups.get(userId);
        if (group !== undefined) return { name: group.handle, isMe: group.isMine };
        const user = users.get(userId);
        // It only notes the wish: whoever comes is shown with the next render.
        if (user === undefined && userId.startsWith("usr")) people.want([userId]);
        return user && { name: user.name, isMe: userId === me };
      },
      channel: (channelId) => {
        const name = mine.get(channelId)?.channel.name ?? "";
        return name === "" ? undefined : { name };
      },
      onOpenPerson: (userId, trigger) =>
        openLayer(
          groups.has(userId) ? { kind: "people", groupId: userId } : { kind: "person", userId, trigger },
        ),
      onOpenChannel: openChannel,
      onOpenPath: openPath,
    }),
    [me, people, users, groups, mine, openChannel, openPath],
  );
}
