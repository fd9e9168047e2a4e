import { Search } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type ChannelEntry, isUnread } from "../../features/channel/channel-entry.ts";
import { ChannelIcon } from "../../features/channel/channel-icon.tsx";
import { openDirect } from "../../features/channel/open-direct.ts";
import { type PlaceChoice, placeChoices } from "../../features/channel/switcher/choices.ts";
import { Switcher, type SwitcherChoice } from "../../features/channel/switcher/switcher.tsx";
import { visitedChannels } from "../../features/channel/switcher/visits.ts";
import { told } from "../../features/channel/told.ts";
import { isDirect } from "../../store/channels/channel.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { useMe } from "../../store/hooks.ts";
import type { User } from "../../store/people/user.ts";
import type { Workspace } from "../../store/workspace.ts";
import { switcherText } from "../../text/switcher.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { closeLayer } from "./layers.ts";
import { actionChoices } from "./switcher-actions.tsx";
import { usePeopleFinder } from "./use-people-finder.ts";
import { useWays } from "./use-place.ts";

export interface SwitcherPartProps {
  readonly isOpen: boolean;
  readonly entries: readonly ChannelEntry[];
}

/** The switcher with everything it leads to. */
export function SwitcherPart({ isOpen, entries }: SwitcherPartProps) {
  const me = useMe();
  const workspace = useWorkspace();
  const { openChannel, openPath, openSearch } = useWays();
  const [people, find] = usePeopleFinder();
  const contacts = useStore(workspace.circle.store, (circle) => circle.contacts);
  const [visits, setVisits] = useState(visitedChannels);
  useEffect(() => {
    if (isOpen) setVisits(visitedChannels());
  }, [isOpen]);
  const choices = useMemo((): readonly SwitcherChoice[] => {
    const places = placeChoices({ entries, people, visits, me, contacts }).map((choice) =>
      choice.kind === "channel"
        ? channelChoice(choice, openChannel)
        : personChoice(choice, ({ id }) => void told(writeTo(workspace, id, openChannel))),
    );
    return [...places, ...actionChoices(openPath)];
  }, [entries, people, visits, me, contacts, workspace, openChannel, openPath]);
  const choiceOf = useCallback(
    (query: string): SwitcherChoice => ({
      id: "search",
      title: switcherText("searchFor", { query }),
      weight: 0,
      icon: <Search size={17} />,
      run: () => openSearch(query),
    }),
    [openSearch],
  );
  return (
    <Switcher isOpen={isOpen} onClose={closeLayer} choices={choices} onQuery={find} choiceOf={choiceOf} />
  );
}

type Of<Kind> = Extract<PlaceChoice, { readonly kind: Kind }>;

function channelChoice({ entry, ...choice }: Of<"channel">, open: (id: string) => void): SwitcherChoice {
  return {
    ...choice,
    icon: <ChannelIcon entry={entry} size={17} />,
    mentions: entry.mentions,
    isUnread: isUnread(entry),
    run: () => open(entry.id),
    ...(entry.isArchived && { detail: switcherText("archived") }),
    ...(isDirect(entry) &&
      choice.alias !== undefined && { detail: `@${choice.alias.replaceAll(" ", ", @")}` }),
  };
}

function personChoice({ user, ...choice }: Of<"person">, open: (user: User) => void): SwitcherChoice {
  const { id, name, handle, title, avatarUrl } = user;
  return {
    ...choice,
    icon: <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={22} />,
    detail: [`@${handle}`, title].filter(Boolean).join(" · "),
    run: () => open(user),
  };
}

async function writeTo(workspace: Workspace, userId: string, open: (id: string) => void): Promise<void> {
  const channelId = await openDirect(workspace, userId);
  if (channelId !== undefined) open(channelId);
}
