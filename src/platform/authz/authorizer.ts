import type { ChannelId, FileId, OrgId, UserId } from "../../kernel/ids.ts";
import type { OpenTransaction } from "../postgres/database.ts";

/** What may be asked, by type of resource: the permissions of schema.zed, in its order. */
export const permissions = {
  org: ["export", "manage", "browse", "create_channel", "invite", "access"],
  group: [],
  channel: [
    "participant",
    "view",
    "read",
    "join",
    "send_message",
    "add_member",
    "delete_message",
    "manage_channel",
  ],
  file: ["view", "share", "edit", "delete_file"],
  call: ["view", "join", "moderate"],
  webhook: ["view", "manage_webhook"],
  assistant: ["view", "ask", "manage_assistant"],
} as const;

export type Permissions = {
  readonly [T in keyof typeof permissions]: (typeof permissions)[T][number];
};

export type ResourceType = keyof Permissions;

export interface Resource<T extends ResourceType> {
  readonly type: T;
  readonly id: string;
}

export const orgResource = (id: OrgId): Resource<"org"> => ({ type: "org", id });
export const channelResource = (id: ChannelId): Resource<"channel"> => ({ type: "channel", id });
export const fileResource = (id: FileId): Resource<"file"> => ({ type: "file", id });

/** `resource#relation@subject` of schema.zed, such as channel:chn_1 # member @ user:usr_1. */
export interface Relationship {
  /** Type and id, such as channel:chn_1. */
  readonly resource: string;
  readonly relation: string;
  /** A person (user:usr_1), everybody (user:*), or a set (org:org_1#member). */
  readonly subject: string;
}

export interface Authorizer {
  /** For reading. What was taken away through another server may still be allowed for some seconds. */
  check<T extends ResourceType>(
    user: UserId,
    permission: Permissions[T],
    resource: Resource<T>,
  ): Promise<boolean>;
  /**
   * A permission that can be used once more at the time of writing: answers the epoch of the channel
   * under which it was given. A writer that finds a later epoch asks again with `fresh`, because
   * somebody lost a right meanwhile. Undefined where it is not permitted.
   */
  permit(
    user: UserId,
    permission: Permissions["channel"],
    channel: ChannelId,
    fresh?: "fresh",
  ): Promise<Permit | undefined>;
}

export interface Permit {
  readonly epoch: bigint;
}

export interface Relationships {
  /**
   * Takes effect with the commit of the transaction. Writing what is there, or removing what is not, is
   * fine; what is both removed and touched is there afterwards. Who takes a right on a channel away calls
   * `streams.fence` for it in the same transaction: permits rely on it. Throws on a relationship that
   * schema.zed does not know.
   */
  write(
    tx: OpenTransaction,
    change: {
      readonly touch?: readonly Relationship[];
      readonly remove?: readonly Relationship[];
      /** Whose act it is, for the record of changes; absent where it follows from nobody's. */
      readonly by?: UserId | undefined;
    },
  ): Promise<void>;
}
