import type { Failure } from "../../api/failure.ts";
import type { Channel, Membership, MyChannel } from "./channel.ts";

/** What is known of a channel that this person is not in. */
export type Visit =
  | { readonly status: "ready"; readonly channel: Channel }
  | { readonly status: "failed"; readonly failure: Failure };

/** A channel as a page about it needs it. */
export type ChannelView =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: Failure }
  | {
      readonly status: "ready";
      readonly channel: Channel;
      /** Absent for who only looks. */
      readonly membership: Membership | undefined;
      readonly unread: number;
      readonly mentions: number;
    };

export function channelViewOf(mine: MyChannel | undefined, visit: Visit | undefined): ChannelView {
  if (mine !== undefined) return { status: "ready", ...mine };
  if (visit === undefined) return { status: "loading" };
  return visit.status === "failed" ? visit : { ...visit, membership: undefined, unread: 0, mentions: 0 };
}
