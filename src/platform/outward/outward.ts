import type { IncomingMessage } from "node:http";
import { inSpan } from "../telemetry/tracing.ts";
import { refuse } from "./errors.ts";
import { exchange, type Sent } from "./exchange.ts";
import { type AllowedNetworks, permitAddresses } from "./networks.ts";
import { type OutwardAnswer, readAnswer } from "./read-answer.ts";
import { type Resolve, resolveByDns } from "./resolve.ts";
import { type Admission, admit, type Target } from "./target.ts";

/**
 * Asks addresses that people give: the pages of links, the endpoints of devices, other programs. Whoever may
 * name an address could make the server speak to its own network; so each is looked up, compared with what may
 * be asked, and the connection goes to the very address that was compared. Each redirect is a new address.
 */
export interface Outward {
  /** Asks once; answers whatever the status is. Throws a refusal of errors.ts, or the reason of the signal. */
  ask(request: OutwardRequest): Promise<OutwardAnswer>;
  /** Throws what `ask` would throw about this address now, and asks nothing but the name servers. */
  check(url: string): Promise<void>;
}

export interface OutwardRequest {
  readonly url: string;
  /** Default: GET. What is posted is not sent on where the server redirects. */
  readonly method?: "GET" | "POST";
  /** Not sent to another origin than that of the url. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Media types that are read, such as text/html; absent: all. */
  readonly types?: readonly string[];
  readonly limits?: Partial<OutwardLimits>;
  readonly signal?: AbortSignal;
}

export interface OutwardLimits {
  /** From the look-up to the last byte, with all redirects. */
  readonly ms: number;
  /** Of the body, as it comes and decompressed. */
  readonly bytes: number;
  /** Whether a longer body is refused, or its beginning answered. */
  readonly beyond: "refuse" | "cut";
  readonly redirects: number;
}

export interface OutwardOptions {
  /** Networks beside the public ones that may be asked, with any port, such as 10.1.0.0/16. */
  readonly allowed: AllowedNetworks;
  /** As what servers see the program, such as Chatter/1.0. */
  readonly userAgent: string;
  /** Default: the name servers of the machine. */
  readonly resolve?: Resolve;
}

const defaults: OutwardLimits = { ms: 10_000, bytes: 1024 * 1024, beyond: "refuse", redirects: 5 };

export function createOutward({ allowed, userAgent, resolve = resolveByDns }: OutwardOptions): Outward {
  const admission: Admission = { permission: permitAddresses(allowed), resolve };
  return {
    ask: (request) =>
      inSpan("ask outside", { kind: "CLIENT" }, () =>
        inTime(request, (signal) => ask({ request, admission, userAgent, signal })),
      ),
    check: (url) =>
      inTime({ url }, async (signal) => {
        await admit(url, admission, signal);
      }),
  };
}

/** Tells the time that is up from the caller who gave up. */
async function inTime<T>(
  { signal, limits }: OutwardRequest,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(limits?.ms ?? defaults.ms);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return await work(either);
  } catch (error) {
    throw error === deadline.reason ? refuse("OUTWARD_TIMED_OUT") : error;
  }
}

interface Asking {
  readonly request: OutwardRequest;
  readonly admission: Admission;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

async function ask(asking: Asking): Promise<OutwardAnswer> {
  const { types, limits } = asking.request;
  const { redirects, ...taken } = { ...defaults, ...limits };
  let at = asking.request.url;
  for (let hops = 0; hops <= redirects; hops++) {
    const target = await admit(at, asking.admission, asking.signal);
    const response = await exchange(target, sentTo(target, asking), asking.signal);
    const next = leadsTo(response);
    if (next === undefined) return readAnswer(response, target.url, { ...taken, types }, asking.signal);
    response.destroy();
    if (asking.request.method === "POST") break;
    at = URL.parse(next, target.url.href)?.href ?? next;
  }
  throw refuse("OUTWARD_REDIRECTED");
}

/** The caller's headers are for the origin that the caller named. */
function sentTo({ url }: Target, { request, userAgent }: Asking): Sent {
  const { method = "GET", headers, body } = request;
  const own = { "user-agent": userAgent, "accept-encoding": "gzip, deflate, br" };
  const isNamed = URL.parse(request.url)?.origin === url.origin;
  return { method, headers: isNamed ? { ...own, ...headers } : own, body };
}

function leadsTo({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
}
