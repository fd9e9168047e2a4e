import { describe, expect, it } from "vitest";
import { relyingPartyOf } from "./public-address.ts";

describe("the address that passkeys are made for", () => {
  it.each([
    ["https://chat.example.org", "chat.example.org", "https://chat.example.org"],
    ["https://chat.example.org:8443", "chat.example.org", "https://chat.example.org:8443"],
    ["http://localhost:3000", "localhost", "http://localhost:3000"],
    ["http://team.localhost:3000", "team.localhost", "http://team.localhost:3000"],
  ])("is the host of %s", (publicUrl, id, origin) => {
    expect(relyingPartyOf(publicUrl)).toEqual({ id, origin });
  });

  it.each([
    "http://chat.example.org",
    "https://192.0.2.7",
    "https://192.0.2.7:8443",
    "https://3221225991",
    "https://[2001:db8::7]",
    "http://127.0.0.1:3000",
    "http://notlocalhost",
  ])("is none for %s", (publicUrl) => expect(relyingPartyOf(publicUrl)).toBeUndefined());
});
