import type { User } from "../../../../store/people/user.ts";

/** Somebody whose handle is their first name. */
export function userNamed(name: string, change: Partial<User> = {}): User {
  const handle = name.split(" ")[0]?.toLowerCase() ?? "";
  return {
    id: `usr_${handle}`,
    handle,
    name,
    title: "",
    timezone: "UTC",
    avatarUrl: "",
    status: undefined,
    isDeactivated: false,
    isGuest: false,
    ...change,
  };
}
