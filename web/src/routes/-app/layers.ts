import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What lies over the frame at times. */
export type Layer =
  | { readonly kind: "switcher" | "status" }
  | { readonly kind: "people"; readonly groupId?: string }
  | { readonly kind: "pins"; readonly channelId: string }
  | { readonly kind: "person"; readonly userId: string; readonly trigger: HTMLElement };

interface LayerState {
  /** The latest of each kind: it is still there while it leaves with its animation. */
  readonly latest: { readonly [Kind in Layer["kind"]]?: Extract<Layer, { readonly kind: Kind }> };
  readonly open: Layer["kind"] | undefined;
}

const store = createStore<LayerState>(() => ({ latest: {}, open: undefined }));

/** Shows a layer in the place of the one that is open. `FrameLayers` must be mounted. */
export function openLayer(layer: Layer): void {
  store.setState(({ latest }) => ({ latest: { ...latest, [layer.kind]: layer }, open: layer.kind }));
}

export function closeLayer(): void {
  store.setState({ open: undefined });
}

/** A layer once it has been open, and whether it is. */
export function useLayer<Kind extends Layer["kind"]>(kind: Kind) {
  const layer = useStore(store, ({ latest }) => latest[kind]);
  const isOpen = useStore(store, ({ open }) => open === kind);
  return { layer, isOpen };
}
