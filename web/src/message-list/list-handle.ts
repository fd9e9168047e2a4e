/** What can be asked of a list from outside. */
export interface MessageListHandle {
  /** To the newest row that is loaded. */
  readonly scrollToEnd: () => void;
  /** Brings a row into view and lets it flash; false when it is not among the rows. */
  readonly reveal: (key: string) => boolean;
  /** Puts the keyboard on the last row that can be seen. */
  readonly focus: () => void;
}

/** Where a list opens. */
export type InitialAnchor =
  | { readonly at: "end" }
  /** At the unread divider, with some of what was read above it. */
  | { readonly at: "unread"; readonly key: string }
  /** At a message that somebody asked for, which flashes once. */
  | { readonly at: "message"; readonly key: string };
