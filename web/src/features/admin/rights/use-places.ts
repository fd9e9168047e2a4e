import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Api } from "../../../api/clients.ts";
import { type Channel, channelFromProto } from "../../../store/channels/channel.ts";
import { useClient } from "../../../store/client-context.tsx";
import { useChannels } from "../../../store/hooks.ts";

/** A channel that can be named: a public one, or one that this person is in. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

const pageSize = 500;

/** Such channels by name, archived ones too; conversations have no name to choose them by. */
export function usePlaces(): readonly Place[] {
  const { api } = useClient();
  const { channels: mine } = useChannels();
  const { data: open } = useQuery({ queryKey: ["places"], queryFn: () => readPublic(api) });
  return useMemo(() => {
    const all = [...mine.map(({ channel }) => channel), ...(open ?? [])].filter(({ name }) => name !== "");
    const places = new Map(all.map(({ id, name }) => [id, { id, name: `#${name}` }]));
    return [...places.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  }, [mine, open]);
}

async function readPublic({ channels }: Api): Promise<readonly Channel[]> {
  const found: Channel[] = [];
  let pageToken = "";
  do {
    const page = await channels.listChannels({ includeArchived: true, pageSize, pageToken });
    found.push(...page.channels.map(channelFromProto));
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return found;
}
