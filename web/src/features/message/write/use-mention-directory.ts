import { useMemo } from "react";
import type { MentionDirectory } from "../../../composer/mentions.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { Workspace } from "../../../store/workspace.ts";

/** Names for what is mentioned, and what is mentioned by a name, as this client knows them now. */
export function useMentionDirectory(): MentionDirectory {
  const workspace = useWorkspace();
  return useMemo(() => {
    const people = () => workspace.people.store.getState();
    const groups = () => workspace.circle.store.getState().groups;
    const channels = () => workspace.channels.store.getState().mine;
    return {
      userIdOf: (handle) =>
        [...people().values(), ...groups().values()].find((one) => one.handle === handle.toLowerCase())?.id,
      handleOf: (id) => people().get(id)?.handle ?? groups().get(id)?.handle,
      channelIdOf: (name) => namedChannels(workspace).find((channel) => channel.name === name)?.id,
      channelNameOf: (channelId) => channels().get(channelId)?.channel.name || undefined,
    };
  }, [workspace]);
}

/** The channels that can be named: those the reader is in, as long as one can write there. */
export function namedChannels({ channels }: Workspace) {
  return [...channels.store.getState().mine.values()]
    .map(({ channel }) => channel)
    .filter(({ name, isArchived }) => name !== "" && !isArchived);
}
