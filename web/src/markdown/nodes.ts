/** An address that a link may lead to: http, https or mailto, never a script. Only `safeHref` makes one. */
export type SafeHref = string & { readonly __brand: "SafeHref" };

/** What stands within a line. */
export type Inline =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "break" }
  | { readonly type: "strong" | "emphasis" | "strike" | "spoiler"; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly value: string }
  | { readonly type: "math"; readonly tex: string }
  | { readonly type: "link"; readonly href: SafeHref; readonly children: readonly Inline[] }
  /** Or a group of people: its id tells. */
  | { readonly type: "person"; readonly userId: string }
  | { readonly type: "everyone"; readonly scope: "channel" | "here" }
  | { readonly type: "channel"; readonly channelId: string }
  | { readonly type: "emoji"; readonly code: string };

export interface ListItem {
  /** Absent when the item is not a task. */
  readonly done?: boolean;
  readonly children: readonly Block[];
}

export type Align = "left" | "center" | "right" | undefined;

/** What stands on lines of its own. */
export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: "quote"; readonly children: readonly Block[] }
  | { readonly type: "list"; readonly start: number | undefined; readonly items: readonly ListItem[] }
  | { readonly type: "math"; readonly tex: string }
  | { readonly type: "codeBlock"; readonly language: string | undefined; readonly value: string }
  | {
      readonly type: "table";
      readonly align: readonly Align[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule" };

/** A parsed message. */
export type Document = readonly Block[];

export function text(value: string): Inline {
  return { type: "text", value };
}
