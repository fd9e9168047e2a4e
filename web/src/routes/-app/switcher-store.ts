import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const store = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openSwitcher(): void {
  store.setState({ isOpen: true });
}

export function closeSwitcher(): void {
  store.setState({ isOpen: false });
}

export function useSwitcherOpen(): boolean {
  return useStore(store, ({ isOpen }) => isOpen);
}
