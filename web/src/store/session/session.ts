import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";
import type {
  LoginRequestSchema,
  Account as ProtoAccount,
  RegisterRequestSchema,
  UnfinishedLogin,
} from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { Api } from "../../api/clients.ts";
import { type Failure, failureOf } from "../../api/failure.ts";
import { type Account, accountFromProto, keptAccount, type Setup, setupFromProto } from "./account.ts";

export type SessionState =
  | { readonly phase: "loading" }
  /** Whether somebody is signed in could not be asked; `verify` asks again. */
  | { readonly phase: "unreachable"; readonly failure: Failure }
  /** With what the server answered who came with a session; without where there was none to ask for any more. */
  | { readonly phase: "signed-out"; readonly setup: Setup; readonly ended?: ConnectError | undefined }
  | { readonly phase: "signed-in"; readonly account: Account };

export interface SessionDeps {
  readonly api: Pick<Api, "auth">;
  /** Tells the other tabs that somebody signed in or out. */
  readonly tell: (news: SessionNews) => void;
  /** Forgets what is kept of a person; what they wrote and did not send stays unless they signed out. */
  readonly forget: (userId: string, how: "signed-out" | "ended") => Promise<void>;
}

export type SessionNews = "signed-in" | "signed-out";

/** Who is signed in, in this browser. */
export class Session {
  readonly store = createStore<SessionState>(() => ({ phase: "loading" }));
  readonly #deps: SessionDeps;
  #verifying: Promise<boolean> | undefined;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
  }

  /** Begins with whoever was here the last time, and asks the server whether they still are. */
  async start(): Promise<void> {
    const kept = keptAccount.find();
    if (kept !== undefined) this.store.setState({ phase: "signed-in", account: kept }, true);
    await this.verify();
  }

  /** Asks the server who is signed in; false if it says that nobody is. Who asks meanwhile gets the same answer. */
  verify(): Promise<boolean> {
    this.#verifying ??= this.#verify().finally(() => {
      this.#verifying = undefined;
    });
    return this.#verifying;
  }

  async #verify(): Promise<boolean> {
    try {
      const { account } = await this.#deps.api.auth.getSession({});
      if (account !== undefined) await this.#enter(accountFromProto(account));
      return true;
    } catch (error) {
      const isOver = error instanceof ConnectError && error.code === Code.Unauthenticated;
      if (isOver) await this.#leave("ended", error);
      else this.#fail(error);
      return !isOver;
    }
  }

  /** Another tab told. Each forgets by itself what it might have kept a moment ago. */
  async heard(news: SessionNews): Promise<void> {
    if (news === "signed-out") await this.#leave("signed-out");
    else await this.verify();
  }

  /**
   * Answers what is still missing where a password is not enough. Rejects with what the server refuses;
   * `failureOf` tells it to people.
   */
  async login(request: MessageInitShape<typeof LoginRequestSchema>): Promise<UnfinishedLogin | undefined> {
    const { account, unfinished } = await this.#deps.api.auth.login(request);
    if (unfinished === undefined) await this.arrive(account);
    return unfinished;
  }

  /** Answers `confirm` if the way in is a link that was sent to the address. Rejects as `login` does. */
  async register(request: MessageInitShape<typeof RegisterRequestSchema>): Promise<"entered" | "confirm"> {
    const { account, confirmationSent } = await this.#deps.api.auth.register(request);
    if (confirmationSent) return "confirm";
    await this.arrive(account);
    return "entered";
  }

  async logout(): Promise<void> {
    await this.#deps.api.auth.logout({});
    await this.#depart();
  }

  async logoutEverywhere(): Promise<void> {
    await this.#deps.api.auth.logoutEverywhere({});
    await this.#depart();
  }

  /** For good: nothing of this account opens anything any more. Rejects as `login` does. */
  async deleteAccount(request: { readonly password: string }): Promise<void> {
    await this.#deps.api.auth.deleteAccount(request);
    await this.#depart();
  }

  /** Somebody has signed in, by whatever way: what the server answered about them. */
  async arrive(account: ProtoAccount | undefined): Promise<void> {
    if (account === undefined) await this.verify();
    else await this.#enter(accountFromProto(account));
    this.#deps.tell("signed-in");
  }

  async #depart(): Promise<void> {
    this.#deps.tell("signed-out");
    await this.#leave("signed-out");
  }

  async #enter(account: Account): Promise<void> {
    const last = keptAccount.lastPerson();
    keptAccount.keep(account);
    if (last !== undefined && last !== account.userId) await this.#deps.forget(last, "signed-out");
    const state = this.store.getState();
    const isSame = state.phase === "signed-in" && JSON.stringify(state.account) === JSON.stringify(account);
    if (!isSame) this.store.setState({ phase: "signed-in", account }, true);
  }

  async #leave(how: "signed-out" | "ended", ended?: ConnectError): Promise<void> {
    const state = this.store.getState();
    // Another tab may have forgotten already who it was.
    const last = state.phase === "signed-in" ? state.account.userId : keptAccount.lastPerson();
    if (how === "signed-out") keptAccount.forget();
    else keptAccount.drop();
    if (state.phase === "signed-in") this.store.setState({ phase: "loading" }, true);
    if (last !== undefined) await this.#deps.forget(last, how);
    try {
      const setup = setupFromProto(await this.#deps.api.auth.getSetup({}));
      this.store.setState({ phase: "signed-out", setup, ended }, true);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Whoever was signed in a moment ago goes on with what is here. */
  #fail(error: unknown): void {
    if (this.store.getState().phase === "signed-in") return;
    this.store.setState({ phase: "unreachable", failure: failureOf(error) }, true);
  }
}
