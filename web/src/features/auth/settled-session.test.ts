import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { SessionState } from "../../store/session/session.ts";
import { onSessionTurned, SessionUnknown, settledSession } from "./settled-session.ts";

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
const signedOut: SessionState = {
  phase: "signed-out",
  setup: {
    needsOwner: false,
    registration: "invitation",
    orgName: "Northwind",
    hasMail: false,
    passkeyOrigin: "",
    providerName: "",
  },
};
const unreachable: SessionState = {
  phase: "unreachable",
  failure: { reason: "", text: "The server cannot be reached just now.", isPassing: true, fields: {} },
};
const loading: SessionState = { phase: "loading" };

const sessionWith = (state: SessionState) => ({ store: createStore<SessionState>(() => state) });

describe("whether somebody is signed in", () => {
  it("is waited for until it is known", async () => {
    const session = sessionWith(loading);
    const settled = settledSession(session);
    session.store.setState(signedOut, true);
    expect(await settled).toBe(signedOut);
  });

  it("is told at once where it is known", async () => {
    expect(await settledSession(sessionWith(signedIn))).toBe(signedIn);
  });

  it("is an error in words where the server cannot be reached", async () => {
    await expect(settledSession(sessionWith(unreachable))).rejects.toThrow(
      new SessionUnknown("The server cannot be reached just now."),
    );
  });
});

describe("signing in and out", () => {
  const turnsOf = (...states: SessionState[]) => {
    const [first = loading, ...later] = states;
    const session = sessionWith(first);
    const turns: SessionState[] = [];
    onSessionTurned(session, () => turns.push(session.store.getState()));
    for (const state of later) session.store.setState(state, true);
    return turns;
  };

  it("is told each time, however long it takes", () => {
    expect(turnsOf(signedIn, loading, signedOut, signedIn)).toEqual([signedOut, signedIn]);
  });

  it("is not told when it only becomes known, or stays as it was", () => {
    expect(turnsOf(loading, signedIn, loading, unreachable, signedIn)).toEqual([]);
  });
});
