import type { User } from "../../../../store/people/user.ts";

/** Somebody whose handle is their first name. */
export function userNamed(name: string): User {
  const handle = (name.split(" ")[0] ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
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
  };
}

/** The same as the server tells it. */
export function protoOf({ id, handle, name }: User) {
  return { id, handle, name };
}
