/**
 * Whom passkeys are made for: browsers bind them to a name. It is the host of the public address, which must
 * be https or this very machine; an IP address has no name.
 */
export interface RelyingParty {
  /** The host, without a port. */
  readonly id: string;
  /** Where browsers may use its passkeys. */
  readonly origin: string;
}

/** Undefined where browsers would make no passkeys for this address. */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  if (protocol !== "https:" && !isLocal) return undefined;
  // The parser has written every form of an IPv4 address as four numbers.
  if (hostname.startsWith("[") || /^[\d.]+$/.test(hostname)) return undefined;
  return { id: hostname, origin };
}
