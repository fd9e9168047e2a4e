import type { UserId } from "../../../kernel/ids.ts";
import type { Preferences } from "./preferences.ts";
import type { Org, User } from "./user.ts";

export type UserEvent = UserJoined | ProfileChanged | PreferencesChanged | OrgRenamed;

/** A profile exists: the person can be shown, mentioned and added to channels. */
export interface UserJoined {
  readonly type: "user_joined";
  readonly user: User;
  /** The person created the organisation. */
  readonly founder: boolean;
}

export interface ProfileChanged {
  readonly type: "profile_changed";
  readonly user: User;
}

/** Concerns nobody but the person. */
export interface PreferencesChanged {
  readonly type: "preferences_changed";
  readonly userId: UserId;
  readonly preferences: Preferences;
  readonly at: Date;
}

export interface OrgRenamed {
  readonly type: "org_renamed";
  readonly org: Org;
}
