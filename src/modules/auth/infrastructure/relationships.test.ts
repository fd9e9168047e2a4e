import { describe, expect, it } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { relationshipsAfter } from "./relationships.ts";

const ids = createIds(systemClock);
const [userId, orgId, other] = [ids.next("usr"), ids.next("org"), ids.next("usr")];
const as = (relation: string) => ({ resource: `org:${orgId}`, relation, subject: `user:${userId}` });

describe("rights in the organisation", () => {
  it("come with the account and go with its deactivation, by whoever did it", () => {
    const who = { userId, orgId, role: "admin" } as const;
    expect(relationshipsAfter({ ...who, type: "AccountRegistered", name: "Ada" })).toEqual({
      touch: [as("admin")],
      by: userId,
    });
    expect(relationshipsAfter({ ...who, type: "AccountDeactivated", deactivatedBy: other })).toEqual({
      remove: [as("admin")],
      by: other,
    });
    expect(relationshipsAfter({ ...who, type: "AccountReactivated", reactivatedBy: other })).toEqual({
      touch: [as("admin")],
      by: other,
    });
  });

  it("follow the role", () => {
    const change = { userId, orgId, from: "owner", to: "guest", changedBy: other } as const;
    expect(relationshipsAfter({ ...change, type: "RoleChanged" })).toEqual({
      remove: [as("owner")],
      touch: [as("guest")],
      by: other,
    });
  });

  it("do not change when sessions end", () => {
    expect(relationshipsAfter({ type: "SessionsEnded", userId, sessionIds: [], apiKeyIds: [] })).toEqual({});
  });
});
