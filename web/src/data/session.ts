import type { MessageInitShape } from "@bufbuild/protobuf";
import {
  type Account,
  AccountSchema,
  type GetSetupResponse,
  type RegisterRequestSchema,
} from "../../../gen/chatter/auth/v1/auth_pb.js";
import type { Cache } from "./cache.ts";
import type { Clients } from "./clients.ts";
import { describeError, isSignedOut } from "./errors.ts";
import { type Cell, createCell } from "./store.ts";

export type SessionState =
  | { readonly kind: "loading" }
  /** The server did not answer, and nobody was signed in here before. */
  | { readonly kind: "unreachable"; readonly message: string }
  | { readonly kind: "signed_out"; readonly setup: GetSetupResponse }
  | { readonly kind: "signed_in"; readonly account: Account };

/** Who is signed in here. */
export interface Session {
  readonly state: Cell<SessionState>;
  /** Finds out who is signed in: at once from the last visit, then from the server. */
  load(): Promise<void>;
  login(email: string, password: string): Promise<void>;
  /** Answers whether a link was sent that has to be opened first. */
  register(details: MessageInitShape<typeof RegisterRequestSchema>): Promise<"signed_in" | "confirm">;
  logout(): Promise<void>;
  /** The server says that the session is over. */
  ended(): Promise<void>;
}

export interface SessionDeps {
  readonly clients: Clients;
  readonly cache: Cache;
  /** Takes away what is kept of the person who was here. */
  readonly wipe: () => Promise<void>;
}

const key = "account";

export function createSession({ clients, cache, wipe }: SessionDeps): Session {
  const state = createCell<SessionState>({ kind: "loading" });

  const signIn = async (account: Account) => {
    const before = await cache.find(key, AccountSchema);
    if (before !== undefined && before.userId !== account.userId) await wipe();
    cache.keep(key, AccountSchema, account);
    const { kind } = state.get();
    // The same person stays in the same place.
    if (kind === "signed_in" && before?.userId === account.userId && before.role === account.role) return;
    state.set({ kind: "signed_in", account });
  };
  const signOut = async () => {
    await wipe();
    try {
      state.set({ kind: "signed_out", setup: await clients.auth.getSetup({}) });
    } catch (error) {
      state.set({ kind: "unreachable", message: describeError(error) });
    }
  };
  const ask = async () => {
    try {
      const { account } = await clients.auth.getSession({});
      if (account !== undefined) await signIn(account);
    } catch (error) {
      if (isSignedOut(error)) await signOut();
      else if (state.get().kind !== "signed_in") {
        state.set({ kind: "unreachable", message: describeError(error) });
      }
    }
  };

  return {
    state,
    async load() {
      const account = await cache.find(key, AccountSchema);
      if (account !== undefined) state.set({ kind: "signed_in", account });
      await ask();
    },
    async login(email, password) {
      const { account } = await clients.auth.login({ email, password });
      if (account !== undefined) await signIn(account);
    },
    async register(details) {
      const { account, confirmationSent } = await clients.auth.register(details);
      if (account !== undefined) await signIn(account);
      return confirmationSent ? "confirm" : "signed_in";
    },
    async logout() {
      await clients.auth.logout({}).catch((error: unknown) => {
        if (!isSignedOut(error)) throw error;
      });
      await signOut();
    },
    ended: signOut,
  };
}
