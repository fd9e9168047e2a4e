import { Code, ConnectError, createRouterTransport, type ServiceImpl } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { createCache, wipe } from "./cache.ts";
import { createClients } from "./clients.ts";
import { openDatabase } from "./database.ts";
import { createSession } from "./session.ts";

const signedOut = () => {
  throw new ConnectError("Sign in first.", Code.Unauthenticated);
};
const unreachable = () => {
  throw new ConnectError("fetch failed", Code.Unknown, undefined, undefined, new TypeError("fetch failed"));
};

function open(auth: Partial<ServiceImpl<typeof AuthService>>, database = openDatabase()) {
  const transport = createRouterTransport((router) => router.service(AuthService, auth));
  const cache = createCache(database);
  const session = createSession({ clients: createClients(transport), cache, wipe: () => wipe(database) });
  return { session, cache, database };
}

const mei = { account: { userId: "usr_mei" } };

describe("the session", () => {
  it("is that of the person whose cookie the browser has", async () => {
    const { session } = open({ getSession: () => mei });
    await session.load();
    expect(session.state.get()).toMatchObject({ kind: "signed_in", account: { userId: "usr_mei" } });
  });

  it("tells a stranger what the installation needs", async () => {
    const { session } = open({ getSession: signedOut, getSetup: () => ({ needsOwner: true }) });
    await session.load();
    expect(session.state.get()).toMatchObject({ kind: "signed_out", setup: { needsOwner: true } });
  });

  it("opens as the person of the last visit while the server cannot be reached", async () => {
    const { session, database } = open({ login: () => mei });
    await session.login("mei@northwind.example", "secret");
    const later = open({ getSession: unreachable }, database);
    await later.session.load();
    expect(later.session.state.get()).toMatchObject({ kind: "signed_in", account: { userId: "usr_mei" } });
  });

  it("says so when the server cannot be reached and nobody was here before", async () => {
    const { session } = open({ getSession: unreachable });
    await session.load();
    expect(session.state.get().kind).toBe("unreachable");
  });

  it("leaves nothing behind for the next person", async () => {
    const { session, database } = open({ login: () => mei, logout: () => ({}), getSetup: () => ({}) });
    await session.login("mei@northwind.example", "secret");
    await session.logout();
    expect(session.state.get().kind).toBe("signed_out");
    expect(await database.shelf("kept").all()).toEqual([]);
  });

  it("keeps nothing of one person for another who signs in", async () => {
    const { session, database } = open({ login: () => mei });
    await session.login("mei@northwind.example", "secret");
    await database.shelf("drafts").put("chn_1", "a secret of Mei's");
    const other = open({ login: () => ({ account: { userId: "usr_tom" } }) }, database);
    await other.session.login("tom@northwind.example", "secret");
    expect(await database.shelf("drafts").all()).toEqual([]);
    expect(other.session.state.get()).toMatchObject({ account: { userId: "usr_tom" } });
  });
});
