import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type RoleName, toProtoRole } from "../roles.ts";

/** What a new invitation is asked to be. */
export interface InvitationWish extends Record<string, string> {
  readonly role: RoleName;
  /** Empty: for whoever has the link. */
  readonly email: string;
  readonly uses: "1" | "5" | "25" | "100" | "1000";
  readonly days: "1" | "7" | "30";
}

export const untouchedWish: InvitationWish = { role: "member", email: "", uses: "1", days: "7" };

export const usesChoices = ["1", "5", "25", "100", "1000"] as const;
export const daysChoices = ["1", "7", "30"] as const;

const dayMs = 86_400_000;

/** The wish as the server takes it. An address is one person's: more uses than one would be a mistake. */
export function invitationRequest({ role, email, uses, days }: InvitationWish, now: Date) {
  const address = email.trim();
  return {
    role: toProtoRole(role),
    email: address,
    uses: address === "" ? Number(uses) : 1,
    // A minute less, because clocks differ and the server counts from its own.
    expiresAt: timestampFromDate(new Date(now.getTime() + Number(days) * dayMs - 60_000)),
  };
}

/** The address that leads to an invitation. */
export function invitationLink(token: string, origin: string = location.origin): string {
  return `${origin}/join/${token}`;
}
