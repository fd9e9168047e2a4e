import type { OrgId, UserId } from "../../../kernel/ids.ts";
import { readHandle } from "./handle.ts";
import type { Fact } from "./standing.ts";
import { isCurrent, type Status } from "./status.ts";
import { readName, tidy } from "./text.ts";
import { readTimezone } from "./timezone.ts";

export interface Org {
  readonly id: OrgId;
  readonly name: string;
}

/** A person as others see them. What they sign in with is auth's. */
export interface User {
  readonly id: UserId;
  readonly orgId: OrgId;
  /** Unique in the organisation, what follows the @. */
  readonly handle: string;
  readonly name: string;
  readonly title: string;
  /** Empty: not known. */
  readonly timezone: string;
  /** Names the picture; undefined: none. */
  readonly avatar: string | undefined;
  readonly status: Status | undefined;
  readonly deactivated: Fact;
  readonly guest: Fact;
}

export interface ProfileChange {
  readonly name: string | undefined;
  readonly handle: string | undefined;
  readonly title: string | undefined;
  readonly timezone: string | undefined;
}

/** Fields that are undefined stay as they are. */
export function changeProfile(user: User, change: ProfileChange): User {
  return {
    ...user,
    name: change.name === undefined ? user.name : readName(change.name),
    handle: change.handle === undefined ? user.handle : readHandle(change.handle),
    title: change.title === undefined ? user.title : tidy(change.title),
    timezone: change.timezone === undefined ? user.timezone : readTimezone(change.timezone),
  };
}

export function hasSameProfile(a: User, b: User): boolean {
  return a.name === b.name && a.handle === b.handle && a.title === b.title && a.timezone === b.timezone;
}

/** What is left of somebody who is gone for good. */
export function anonymous({ id, orgId, guest }: User, since: Date): User {
  return {
    id,
    orgId,
    guest,
    handle: `deleted-${id.slice(-12).toLowerCase()}`,
    name: "Deleted account",
    title: "",
    timezone: "",
    avatar: undefined,
    status: undefined,
    deactivated: { holds: true, since },
  };
}

/** As they are to be shown now: a status that has expired is none. */
export function atMoment(user: User, now: Date): User {
  return user.status === undefined || isCurrent(user.status, now) ? user : { ...user, status: undefined };
}
