import { Code, ConnectError, type Interceptor, type Transport } from "@connectrpc/connect";
import { createBinaryTransport } from "./binary-transport.ts";
import { fetchReasons, reasonOf } from "./failure.ts";
import { createReaching, type ReachingOptions } from "./reaching.ts";

export interface ApiOptions extends ReachingOptions {
  /** The server does not know the caller: the session may have ended. */
  readonly onUnauthenticated: () => void;
}

/** What every call of this client passes, from the outside in. */
export function apiInterceptors(options: ApiOptions): Interceptor[] {
  return [watchSession(options.onUnauthenticated), awaitReasons(), createReaching(options)];
}

/**
 * Calls to the server that this page came from; its cookie says who calls. Binary messages: they are a
 * third of the size, and their codec is here for realtime frames anyway.
 */
export function createApiTransport(options: ApiOptions): Transport {
  return createBinaryTransport({ interceptors: apiInterceptors(options) });
}

function watchSession(onUnauthenticated: () => void): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof ConnectError && isNews(error, request.method.name)) onUnauthenticated();
      throw error;
    }
  };
}

/** Whoever is told of a refusal is told in words, the first time too. */
function awaitReasons(): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      // Without them the refusal is told all the same.
      if (error instanceof ConnectError && error.details.length > 0)
        await Promise.allSettled([fetchReasons()]);
      throw error;
    }
  };
}

/** Whoever mistypes a password was not signed in before, and whoever asks for the session is told already. */
const toldAlready = new Set(["GetSession", "Login", "Register"]);

function isNews(error: ConnectError, method: string): boolean {
  const isUnknown = error.code === Code.Unauthenticated;
  return isUnknown && !toldAlready.has(method) && reasonOf(error) !== "INVALID_CREDENTIALS";
}
