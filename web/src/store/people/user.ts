import type { User as ProtoUser } from "../../../../gen/chatter/user/v1/user_pb.js";
import { msOf } from "../log/from-proto.ts";

/** A person as everybody sees them. */
export interface User {
  readonly id: string;
  /** What follows the @. */
  readonly handle: string;
  readonly name: string;
  readonly title: string;
  /** IANA name, such as Europe/Berlin. */
  readonly timezone: string;
  /** Empty: no picture. */
  readonly avatarUrl: string;
  readonly status: UserStatus | undefined;
  readonly isDeactivated: boolean;
  readonly isGuest: boolean;
}

export interface UserStatus {
  readonly emoji: string;
  readonly text: string;
  readonly expiresAt: number | undefined;
}

export function userFromProto(proto: ProtoUser): User {
  const { id, handle, name, title, timezone, avatarUrl, status, deactivated, guest } = proto;
  return {
    id,
    handle,
    name,
    title,
    timezone,
    avatarUrl,
    status: status && { emoji: status.emoji, text: status.text, expiresAt: msOf(status.expiresAt) },
    isDeactivated: deactivated,
    isGuest: guest,
  };
}
