import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { useWorkspace } from "../client-context.tsx";
import type { Message } from "../log/message.ts";
import { type KeptFound, type KnownNames, searchKept } from "./search-kept.ts";

/** The messages that this device keeps and a query finds; undefined while they are read. */
export function useKeptSearch(query: string): KeptFound | undefined {
  const workspace = useWorkspace();
  const people = useStore(workspace.people.store);
  const mine = useStore(workspace.channels.store, (channels) => channels.mine);
  const [messages, setMessages] = useState<readonly Message[]>();
  useEffect(() => {
    let isGone = false;
    void workspace.keptMessages().then((kept) => {
      if (!isGone) setMessages(kept);
    });
    return () => {
      isGone = true;
    };
  }, [workspace]);
  return useMemo(() => {
    const names: KnownNames = {
      me: workspace.me,
      people: new Map([...people.values()].map(({ handle, id }) => [handle.toLowerCase(), id])),
      channels: new Map([...mine.values()].map(({ channel }) => [channel.name.toLowerCase(), channel.id])),
    };
    return messages && searchKept(query, messages, names);
  }, [workspace, people, mine, messages, query]);
}
