import { describe, expect, it } from "vitest";
import { grantableRoles, mayDecideAbout, roleNameOf, roleNames, toProtoRole } from "./roles.ts";

describe("a role", () => {
  it("is granted by those who have at least as much to say", () => {
    expect(grantableRoles("owner")).toEqual(["owner", "admin", "member", "guest"]);
    expect(grantableRoles("admin")).toEqual(["admin", "member", "guest"]);
    expect(grantableRoles("member")).toEqual(["member", "guest"]);
    expect(grantableRoles("guest")).toEqual([]);
  });

  it("of an owner is changed by owners only", () => {
    expect(mayDecideAbout("owner", "owner")).toBe(true);
    expect(mayDecideAbout("admin", "owner")).toBe(false);
    expect(mayDecideAbout("admin", "admin")).toBe(true);
    expect(mayDecideAbout("member", "guest")).toBe(false);
  });

  it("is the same on the wire and back", () => {
    expect(roleNames.map(toProtoRole).map(roleNameOf)).toEqual(roleNames);
  });
});
