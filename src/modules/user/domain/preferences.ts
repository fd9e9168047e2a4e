/** How the client looks and behaves for one person on all devices. */
export interface Preferences {
  /** Undefined follows the system. */
  readonly theme: "light" | "dark" | "high_contrast" | undefined;
  readonly density: "compact" | undefined;
  /** Enter breaks the line and Ctrl-Enter sends. */
  readonly enterBreaksLine: boolean;
  readonly welcomeDismissed: boolean;
  /** Sections of the list of channels of which only what is unread is shown; each once. */
  readonly collapsedSections: readonly Section[];
  /** A BCP 47 tag; undefined follows the browser. */
  readonly language: string | undefined;
  readonly hideLinkPreviews: boolean;
}

export type Section = "starred" | "channels" | "directs";

export const noPreferences: Preferences = {
  theme: undefined,
  density: undefined,
  enterBreaksLine: false,
  welcomeDismissed: false,
  collapsedSections: [],
  language: undefined,
  hideLinkPreviews: false,
};

export function areSame(a: Preferences, b: Preferences): boolean {
  return (
    a.theme === b.theme &&
    a.density === b.density &&
    a.enterBreaksLine === b.enterBreaksLine &&
    a.welcomeDismissed === b.welcomeDismissed &&
    a.language === b.language &&
    a.hideLinkPreviews === b.hideLinkPreviews &&
    new Set(a.collapsedSections).symmetricDifference(new Set(b.collapsedSections)).size === 0
  );
}
