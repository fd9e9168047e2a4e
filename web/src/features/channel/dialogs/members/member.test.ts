import { describe, expect, it } from "vitest";
import { MemberRole } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { userNamed } from "../testing/user.ts";
import { byStanding, type Member, type RoleName, roleFromProto, roleNames, roleToProto } from "./member.ts";

const member = (name: string, role: RoleName): Member => ({ user: userNamed(name), role });

describe("the people of a channel", () => {
  it("are listed with the most powerful first, and by name among equals", () => {
    const members = [
      member("Élodie", "member"),
      member("zoe", "moderator"),
      member("Adam", "member"),
      member("Mei", "admin"),
    ];
    const names = members.toSorted(byStanding).map(({ user }) => user.name);
    expect(names).toEqual(["Mei", "zoe", "Adam", "Élodie"]);
  });

  it("have roles that go to the server and come back", () => {
    for (const role of roleNames) expect(roleFromProto(roleToProto(role))).toBe(role);
    expect(roleFromProto(MemberRole.UNSPECIFIED)).toBe("member");
  });
});
