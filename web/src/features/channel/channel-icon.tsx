import { Hash, Lock, Users } from "lucide-react";
import { PresenceDot } from "../../ui/presence-dot.tsx";
import type { ChannelEntry } from "./channel-entry.ts";
import { UserPresence } from "./presence.tsx";

interface ChannelIconProps {
  readonly entry: Pick<ChannelEntry, "kind" | "peerIds">;
  readonly size?: number;
}

/** Tells the kinds apart; of a conversation between two it tells whether the other is there. */
export function ChannelIcon({ entry, size = 15 }: ChannelIconProps) {
  const [peer] = entry.peerIds;
  switch (entry.kind) {
    case "public":
      return <Hash size={size} aria-hidden />;
    case "private":
      return <Lock size={size} aria-hidden />;
    case "group-direct":
      return <Users size={size} aria-hidden />;
    case "direct":
      return peer === undefined ? <PresenceDot presence="online" /> : <UserPresence userId={peer} />;
  }
}
