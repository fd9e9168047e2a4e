import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Bookmark } from "../../../store/channels/channel.ts";

/** A dialog about channels and the people in them. */
export type ChannelDialog = WindowDialog | { readonly kind: "invite" };

/** Those that share one window. */
export type WindowDialog =
  | { readonly kind: "create-channel" | "browse-channels" | "new-direct" | "shortcuts" }
  | { readonly kind: "members" | "channel-details"; readonly channelId: string }
  /** Without one it adds one. */
  | { readonly kind: "bookmark"; readonly channelId: string; readonly bookmark?: Bookmark };

interface DialogState {
  /** The one on screen, or the last one: it leaves with its animation. */
  readonly dialog: ChannelDialog | undefined;
  readonly isOpen: boolean;
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
}

const store = createStore<DialogState>(() => ({ dialog: undefined, isOpen: false, opening: 0 }));

/** Shows a dialog, in the place of one that is open. `DialogLayer` must be mounted. */
export function openDialog(dialog: ChannelDialog): void {
  store.setState(({ opening }) => ({ dialog, isOpen: true, opening: opening + 1 }));
}

export function closeDialog(): void {
  store.setState({ isOpen: false });
}

/** The dialog on screen. */
export function useDialogs(): DialogState {
  return useStore(store);
}
