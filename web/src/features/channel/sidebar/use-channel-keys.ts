import { channelKeys } from "../../../ui/hotkey-table.ts";
import { useHotkeys } from "../../../ui/use-hotkeys.ts";
import { neighbourOf, type Section } from "./sections.ts";

interface ChannelKeys {
  readonly sections: readonly Section[] | undefined;
  readonly currentId: string | undefined;
  readonly open: (channelId: string) => void;
}

/** Goes to the channel above or below as the sidebar shows them, or to the next unread one. */
export function useChannelKeys({ sections, currentId, open }: ChannelKeys): void {
  const go = (step: -1 | 1, unreadOnly: boolean) => {
    const inOrder = (sections ?? []).flatMap(({ shown }) => shown);
    const neighbour = neighbourOf(inOrder, { from: currentId, step, unreadOnly });
    if (neighbour !== undefined) open(neighbour.id);
  };
  useHotkeys(channelKeys, {
    previous: () => go(-1, false),
    next: () => go(1, false),
    previousUnread: () => go(-1, true),
    nextUnread: () => go(1, true),
  });
}
