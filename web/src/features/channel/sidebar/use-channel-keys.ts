import { useHotkey } from "../../../ui/hotkey.ts";
import { neighbourOf, type Section } from "./sections.ts";

interface ChannelKeys {
  readonly sections: readonly Section[] | undefined;
  readonly currentId: string | undefined;
  readonly open: (channelId: string) => void;
}

/** Alt with an arrow goes to the channel above or below as the sidebar shows them, with Shift to the next unread one. */
export function useChannelKeys({ sections, currentId, open }: ChannelKeys): void {
  const go = (step: -1 | 1, unreadOnly: boolean) => {
    const inOrder = (sections ?? []).flatMap(({ shown }) => shown);
    const neighbour = neighbourOf(inOrder, { from: currentId, step, unreadOnly });
    if (neighbour !== undefined) open(neighbour.id);
  };
  useHotkey("alt+arrowup", () => go(-1, false));
  useHotkey("alt+arrowdown", () => go(1, false));
  useHotkey("shift+alt+arrowup", () => go(-1, true));
  useHotkey("shift+alt+arrowdown", () => go(1, true));
}
