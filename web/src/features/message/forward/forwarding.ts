import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Message } from "../../../store/log/message.ts";

interface Forwarding {
  /** The latest: it is still there while the dialog leaves with its animation. */
  readonly message: Message | undefined;
  readonly isOpen: boolean;
}

const store = createStore<Forwarding>(() => ({ message: undefined, isOpen: false }));

/** Asks where a message is to be forwarded to. The frame's layers must be mounted. */
export function openForward(message: Message): void {
  store.setState({ message, isOpen: true });
}

export function closeForward(): void {
  store.setState({ isOpen: false });
}

export function useForwarding(): Forwarding {
  return useStore(store);
}
