/** What one client may cost. */
export interface HttpLimits {
  /** Connections in all, WebSockets among them; further ones are closed at once. */
  readonly connections: number;
  readonly headerBytes: number;
  /** Until the first bytes of a connection, and until the last header of a request. */
  readonly headersMs: number;
  /** Until the last byte of a request's body. */
  readonly requestMs: number;
  /** How long a connection stays open without a request; longer than the minute that proxies reuse them. */
  readonly idleMs: number;
  readonly streamsPerConnection: number;
}

export const defaultHttpLimits: HttpLimits = {
  connections: 20_000,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 75_000,
  streamsPerConnection: 200,
};
