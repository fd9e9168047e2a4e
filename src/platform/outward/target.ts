import { isIP } from "node:net";
import { refuse } from "./errors.ts";
import type { Permission } from "./networks.ts";
import type { Resolve } from "./resolve.ts";

/** What may be asked: a connection goes to one of these addresses, and the name is not looked up again. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly string[];
}

// Where the public web is served; what listens elsewhere may be no web server and take a request for orders.
const PORTS: readonly string[] = ["", "80", "443", "8080", "8443"];
const LONGEST = 4_096;

export interface Admission {
  readonly permission: (address: string) => Permission;
  readonly resolve: Resolve;
}

/** Throws a refusal for what may not be asked, or OUTWARD_NAME_UNKNOWN. */
export async function admit(
  text: string,
  { permission, resolve }: Admission,
  signal: AbortSignal,
): Promise<Target> {
  const url = readUrl(text);
  const found = await addressesOf(url, resolve, signal);
  if (found.length === 0) throw refuse("OUTWARD_NAME_UNKNOWN");
  const judged = found.map((address) => ({ address, as: permission(address) }));
  const addresses = judged
    .filter(({ as }) => as === "allowed" || (as === "public" && PORTS.includes(url.port)))
    .map(({ address }) => address);
  if (addresses.length > 0) return { url, addresses };
  throw refuse(judged.some(({ as }) => as === "public") ? "OUTWARD_URL_REFUSED" : "OUTWARD_ADDRESS_REFUSED");
}

function readUrl(text: string): URL {
  const url = text.length <= LONGEST ? URL.parse(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw refuse("OUTWARD_URL_REFUSED");
  if (url.username !== "" || url.password !== "") throw refuse("OUTWARD_URL_REFUSED");
  return url;
}

/** The parser of URLs has already turned 0x7f.1 and 2130706433 into 127.0.0.1. */
async function addressesOf(url: URL, resolve: Resolve, signal: AbortSignal): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(host) === 0 ? resolve(host, signal) : [host];
}
