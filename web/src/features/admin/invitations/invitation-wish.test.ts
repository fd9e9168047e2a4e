import { timestampDate } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { Role } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { invitationLink, invitationRequest, untouchedWish } from "./invitation-wish.ts";

const now = new Date("2026-11-12T12:00:00Z");

describe("a wish for an invitation", () => {
  it("is for whoever has the link, as many as are named", () => {
    const request = invitationRequest({ ...untouchedWish, uses: "25" }, now);
    expect(request).toMatchObject({ role: Role.MEMBER, email: "", uses: 25 });
  });

  it("for an address is for one person", () => {
    const request = invitationRequest({ ...untouchedWish, email: " ada@example.org ", uses: "25" }, now);
    expect(request).toMatchObject({ email: "ada@example.org", uses: 1 });
  });

  it("of 30 days stays within them whatever the clock of the server says", () => {
    const { expiresAt } = invitationRequest({ ...untouchedWish, days: "30" }, now);
    expect(timestampDate(expiresAt)).toEqual(new Date("2026-12-12T11:59:00Z"));
  });

  it("becomes a link on this server", () => {
    expect(invitationLink("abc", "https://chat.example.org")).toBe("https://chat.example.org/join/abc");
  });
});
