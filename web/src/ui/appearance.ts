import { createStore } from "zustand/vanilla";

/** How the client looks on this device. */
export interface Appearance {
  readonly theme: "system" | "light" | "dark";
  readonly contrast: "system" | "more";
  readonly density: "comfortable" | "compact";
  readonly motion: "system" | "reduced";
  /** The tag of the language; empty is that of the browser. Only public/appearance.js follows it, at the next visit. */
  readonly language: string;
}

const storageKey = "chatter.appearance";
const untouched: Appearance = {
  theme: "system",
  contrast: "system",
  density: "comfortable",
  motion: "system",
  language: "",
};

/** The chosen appearance; `setAppearance` changes it. */
export const appearanceStore = createStore<Appearance>(() => ({ ...untouched, ...stored() }));

/** Changes the appearance here and now, and for the next visit. */
export function setAppearance(change: Partial<Appearance>): void {
  appearanceStore.setState(change);
  localStorage.setItem(storageKey, JSON.stringify(appearanceStore.getState()));
  apply();
}

/** Follows the system's own preferences and other tabs from now on. public/appearance.js made the start. */
export function followAppearance(): void {
  for (const query of ["(prefers-contrast: more)", "(prefers-reduced-motion: reduce)"]) {
    window.matchMedia(query).addEventListener("change", apply);
  }
  window.addEventListener("storage", (event) => {
    if (event.key !== storageKey) return;
    appearanceStore.setState({ ...untouched, ...stored() });
    apply();
  });
}

function stored(): Partial<Appearance> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function apply(): void {
  const { theme, contrast, density, motion } = appearanceStore.getState();
  const prefers = (query: string) => window.matchMedia(`(${query})`).matches;
  set("theme", theme === "system" ? undefined : theme);
  set("density", density === "compact" ? density : undefined);
  set("contrast", contrast === "more" || prefers("prefers-contrast: more") ? "more" : undefined);
  set("motion", motion === "reduced" || prefers("prefers-reduced-motion: reduce") ? "reduced" : undefined);
}

function set(name: string, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}
