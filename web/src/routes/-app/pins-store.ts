import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface PinsState {
  /** Whose pinned messages are on screen, or were last. */
  readonly channelId: string | undefined;
  readonly isOpen: boolean;
}

const store = createStore<PinsState>(() => ({ channelId: undefined, isOpen: false }));

export function openPins(channelId: string): void {
  store.setState({ channelId, isOpen: true });
}

export function closePins(): void {
  store.setState({ isOpen: false });
}

export function usePinsState(): PinsState {
  return useStore(store);
}
