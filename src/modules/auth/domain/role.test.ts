import { describe, expect, it } from "vitest";
import { mayDecideAbout, mayGrant, type Role } from "./role.ts";

const roles: readonly Role[] = ["owner", "admin", "member", "guest"];
const whoMay = (rule: (who: Role, whom: Role) => boolean, whom: Role) =>
  roles.filter((who) => rule(who, whom)).join(" ");

describe("a role", () => {
  it("is granted by those who stand at least as high, and by no guest", () => {
    expect(whoMay(mayGrant, "owner")).toBe("owner");
    expect(whoMay(mayGrant, "admin")).toBe("owner admin");
    expect(whoMay(mayGrant, "member")).toBe("owner admin member");
    expect(whoMay(mayGrant, "guest")).toBe("owner admin member");
  });

  it("of an owner is decided about by owners only, of others by those who manage", () => {
    expect(whoMay(mayDecideAbout, "owner")).toBe("owner");
    for (const role of ["admin", "member", "guest"] as const) {
      expect(whoMay(mayDecideAbout, role)).toBe("owner admin");
    }
  });
});
