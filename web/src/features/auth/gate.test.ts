import { isRedirect } from "@tanstack/react-router";
import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Client } from "../../store/client.ts";
import type { SessionState } from "../../store/session/session.ts";
import { requireAccount, requireEmptyServer, requireStranger } from "./gate.ts";

const signedIn: SessionState = {
  phase: "signed-in",
  account: {
    userId: "usr_mei",
    orgId: "org_1",
    email: "mei@northwind.example",
    isEmailVerified: true,
    role: "owner",
  },
};
const signedOut = (needsOwner: boolean): SessionState => ({
  phase: "signed-out",
  setup: {
    needsOwner,
    registration: "invitation",
    orgName: "Northwind",
    hasMail: false,
    passkeyOrigin: "",
    providerName: "",
  },
});

const asked = (state: SessionState) =>
  ({ session: { store: createStore<SessionState>(() => state) } }) as unknown as Client;

/** Where somebody is sent; undefined: nowhere. */
async function wayOf(visit: Promise<unknown>): Promise<string | undefined> {
  return visit.then(
    () => undefined,
    (thrown: unknown) => (isRedirect(thrown) ? thrown.options.href : expect.unreachable(String(thrown))),
  );
}

describe("a page of people who are signed in", () => {
  const visit = (state: SessionState, href = "/c/chn_1?thread=msg_2") =>
    wayOf(requireAccount(asked(state), { href }));

  it("is shown to them", async () => {
    expect(await visit(signedIn)).toBeUndefined();
  });

  it("sends others to sign in and comes back to them afterwards", async () => {
    expect(await visit(signedOut(false))).toBe("/login?next=%2Fc%2Fchn_1%3Fthread%3Dmsg_2");
    expect(await visit(signedOut(false), "/")).toBe("/login");
  });

  it("sends to the set-up where nobody is yet", async () => {
    expect(await visit(signedOut(true))).toBe("/setup");
  });
});

describe("a page of strangers", () => {
  it("is shown to them", async () => {
    expect(await wayOf(requireStranger(asked(signedOut(false))))).toBeUndefined();
  });

  it("sends those who are signed in to where they wanted", async () => {
    expect(await wayOf(requireStranger(asked(signedIn), "/settings/people"))).toBe("/settings/people");
    expect(await wayOf(requireStranger(asked(signedIn)))).toBe("/");
  });

  it("sends to the set-up where nobody is yet", async () => {
    expect(await wayOf(requireStranger(asked(signedOut(true))))).toBe("/setup");
  });
});

describe("the set-up", () => {
  it("is shown while nobody is there, and never again", async () => {
    expect(await wayOf(requireEmptyServer(asked(signedOut(true))))).toBeUndefined();
    expect(await wayOf(requireEmptyServer(asked(signedOut(false))))).toBe("/");
    expect(await wayOf(requireEmptyServer(asked(signedIn)))).toBe("/");
  });
});
