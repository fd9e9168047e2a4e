import { createStore } from "zustand/vanilla";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "neutral" | "danger";
  /** Such as Undo or Retry; choosing it dismisses the toast. */
  /** Stays until it is dismissed or its action is chosen. */
  readonly isLasting?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const most = 4;
let nextId = 1;

/** The toasts on screen, the newest last. */
export const toastStore = createStore<readonly Toast[]>(() => []);

/** Shows a short note that goes away by itself; returns how to dismiss it earlier. */
export function showToast(toast: Omit<Toast, "id" | "tone"> & Partial<Pick<Toast, "tone">>): () => void {
  const id = nextId;
  nextId += 1;
  toastStore.setState((toasts) => [...toasts, { tone: "neutral" as const, ...toast, id }].slice(-most), true);
  return () => dismissToast(id);
}

export function dismissToast(id: number): void {
  toastStore.setState((toasts) => toasts.filter((toast) => toast.id !== id), true);
}
