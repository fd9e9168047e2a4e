import type { Account } from "../../../gen/chatter/auth/v1/auth_pb.js";
import type { Clients } from "../data/clients.ts";
import { isSignedOut } from "../data/errors.ts";
import { browserClients } from "./clients.tsx";

/** Who uses this browser. The cookie that proves it is out of reach for scripts, so the server is asked once. */
export interface Session {
  /** Undefined: nobody is signed in. Fails where the server cannot be reached, and may be asked again. */
  account(): Promise<Account | undefined>;
  /** Somebody has just signed in. */
  begin(account: Account): void;
  /** The account has changed, or the session may have ended: the next to ask asks the server. */
  forget(): void;
  /** Ends the session. */
  end(): Promise<void>;
}

export function createSession(auth: Pick<Clients["auth"], "getSession" | "logout">): Session {
  let known: Promise<Account | undefined> | undefined;
  const ask = async () => {
    try {
      return (await auth.getSession({})).account;
    } catch (error) {
      if (isSignedOut(error)) return undefined;
      known = undefined;
      throw error;
    }
  };
  return {
    account: () => {
      known ??= ask();
      return known;
    },
    begin: (account) => {
      known = Promise.resolve(account);
    },
    forget: () => {
      known = undefined;
    },
    end: async () => {
      try {
        await auth.logout({});
      } catch (error) {
        // It had ended already.
        if (!isSignedOut(error)) throw error;
      }
      known = Promise.resolve(undefined);
    },
  };
}

/** The session of this page. */
export const session = createSession(browserClients.auth);
