import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";

/** Direct is between two people, or one person's notes to self; group direct between three to nine. */
export type ChannelKind = "public" | "private" | "direct" | "group_direct";

export interface Channel {
  readonly id: ChannelId;
  readonly orgId: OrgId;
  readonly kind: ChannelKind;
  /** Empty for direct conversations. */
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly createdBy: UserId;
  readonly archivedAt: Date | undefined;
  /** Everybody who arrives in the organisation becomes a member, except guests. */
  readonly isDefault: boolean;
  readonly memberCount: number;
  /** Everybody in a direct conversation, sorted; empty for other kinds. */
  readonly directUserIds: readonly UserId[];
}

/** What a person gives a channel to be known by. */
export interface Description {
  readonly name: string;
  readonly topic: string;
  readonly description: string;
}

/** When something happens, and by whose hand. */
export interface Occasion {
  readonly by: UserId;
  readonly at: Date;
}

export function isDirect(channel: Channel): boolean {
  return channel.kind === "direct" || channel.kind === "group_direct";
}

/** Letters that look the same are the same name, however they were typed. */
export function channelName(text: string): string {
  return text.normalize("NFC");
}
