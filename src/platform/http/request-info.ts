/** Where a request came from, as far as this server and the proxies it trusts can tell. */
export interface RequestInfo {
  /** Names the request in logs, answers and errors. */
  readonly requestId: string;
  /** The IP address of the client. */
  readonly address: string;
  readonly userAgent: string;
  /** The client spoke TLS to us or to a trusted proxy before us. */
  readonly secure: boolean;
}
