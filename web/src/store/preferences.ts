import { createStore } from "zustand/vanilla";
import type { Preferences as ProtoPreferences } from "../../../gen/chatter/user/v1/user_pb.js";
import {
  Preferences_Density,
  Preferences_Section,
  Preferences_Theme,
} from "../../../gen/chatter/user/v1/user_pb.js";
import type { Api } from "../api/clients.ts";

/** How the client looks and behaves for this person on all devices. */
export interface Preferences {
  readonly theme: "system" | "light" | "dark" | "high-contrast";
  readonly density: "comfortable" | "compact";
  /** Enter breaks the line and Ctrl-Enter sends. */
  readonly enterBreaksLine: boolean;
  /** The welcome in the first channel was dismissed. */
  readonly isWelcomeDismissed: boolean;
  /** Sections of the sidebar that show only what is unread. */
  readonly collapsedSections: readonly SectionId[];
  /** The tag of the language that the client speaks; empty is that of the browser. */
  readonly language: string;
  readonly hideLinkPreviews: boolean;
}

/** A part of the list of channels. */
export type SectionId = "starred" | "channels" | "directs";

export interface PreferencesState {
  /** False until they were read, now or on an earlier visit. */
  readonly isRead: boolean;
  readonly preferences: Preferences;
  /** What the server said last, in this visit. */
  readonly saved: Preferences | undefined;
}

const themes = {
  system: Preferences_Theme.UNSPECIFIED,
  light: Preferences_Theme.LIGHT,
  dark: Preferences_Theme.DARK,
  "high-contrast": Preferences_Theme.HIGH_CONTRAST,
} as const;

const sections = {
  starred: Preferences_Section.STARRED,
  channels: Preferences_Section.CHANNELS,
  directs: Preferences_Section.DIRECTS,
} as const;

const untouched: Preferences = {
  theme: "system",
  density: "comfortable",
  enterBreaksLine: false,
  isWelcomeDismissed: false,
  collapsedSections: [],
  language: "",
  hideLinkPreviews: false,
};

/** The preferences with the changes that are on their way; the server's answer and its entries have the last word. */
export class PreferencesStore {
  readonly store = createStore<PreferencesState>(() => ({
    isRead: false,
    preferences: untouched,
    saved: undefined,
  }));
  readonly #api: Pick<Api, "users">;
  #server = untouched;
  #wish: Partial<Preferences> = {};

  constructor(api: Pick<Api, "users">) {
    this.#api = api;
  }

  restore(kept: Preferences): void {
    // What an earlier version kept may lack something.
    if (!this.store.getState().isRead) this.#take({ ...untouched, ...kept });
  }

  read(preferences: ProtoPreferences): void {
    this.#take(fromProto(preferences));
    this.store.setState({ saved: this.#server });
  }

  /** Changes some, at once; takes them back and rejects if the server refuses. */
  async update(change: Partial<Preferences>): Promise<void> {
    this.#wish = { ...this.#wish, ...change };
    this.#show();
    const wished = this.store.getState().preferences;
    try {
      const { preferences } = await this.#api.users.updatePreferences({ preferences: toProto(wished) });
      if (preferences !== undefined) this.read(preferences);
    } finally {
      const left = Object.entries(this.#wish).filter(
        ([name, value]) => change[name as keyof Preferences] !== value,
      );
      this.#wish = Object.fromEntries(left);
      this.#show();
    }
  }

  #take(preferences: Preferences): void {
    this.#server = preferences;
    this.#show(true);
  }

  #show(isRead = this.store.getState().isRead): void {
    this.store.setState({ isRead, preferences: { ...this.#server, ...this.#wish } });
  }
}

function fromProto(proto: ProtoPreferences): Preferences {
  const { theme, density, enterBreaksLine, welcomeDismissed, collapsedSections, language, hideLinkPreviews } =
    proto;
  const names = Object.keys(themes) as Preferences["theme"][];
  const sectionIds = Object.keys(sections) as SectionId[];
  return {
    theme: names.find((name) => themes[name] === theme) ?? "system",
    density: density === Preferences_Density.COMPACT ? "compact" : "comfortable",
    enterBreaksLine,
    isWelcomeDismissed: welcomeDismissed,
    collapsedSections: sectionIds.filter((id) => collapsedSections.includes(sections[id])),
    language,
    hideLinkPreviews,
  };
}

function toProto(preferences: Preferences) {
  const {
    theme,
    density,
    enterBreaksLine,
    isWelcomeDismissed,
    collapsedSections,
    language,
    hideLinkPreviews,
  } = preferences;
  return {
    theme: themes[theme],
    density: density === "compact" ? Preferences_Density.COMPACT : Preferences_Density.UNSPECIFIED,
    enterBreaksLine,
    welcomeDismissed: isWelcomeDismissed,
    collapsedSections: collapsedSections.map((id) => sections[id]),
    language,
    hideLinkPreviews,
  };
}
