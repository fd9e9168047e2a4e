import type { ChannelId, UserId } from "../../../kernel/ids.ts";

/** What an entry means for who reads what; most entries mean nothing of the kind. */
export type Meaning =
  | { readonly kind: "member_joined"; readonly userId: UserId }
  | { readonly kind: "member_left"; readonly userId: UserId }
  | { readonly kind: "channel_changed" }
  /** In a personal stream: the person became a member. */
  | { readonly kind: "channel_added"; readonly channelId: ChannelId }
  /** The content of entries before this one was erased in the log. */
  | { readonly kind: "erased" };

/** Whether readers must be at this entry, and not beyond it, before anything else is decided. */
export function concernsReaders(meaning: Meaning): boolean {
  return (
    meaning.kind === "member_joined" || meaning.kind === "member_left" || meaning.kind === "channel_changed"
  );
}
