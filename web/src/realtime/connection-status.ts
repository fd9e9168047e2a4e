export interface ConnectionStatus {
  /**
   * - `connecting`: for the first time
   * - `reconnecting`: it was lost, and will be back
   * - `offline`: the browser says that there is no network; it is tried all the same
   * - `signed-out`: the session has ended, and so has this
   */
  readonly phase: "connecting" | "online" | "reconnecting" | "offline" | "signed-out";
  /** Since when; milliseconds since 1970. */
  readonly since: number;
  /** The server is newer than this page: a reload brings the new client. */
  readonly isOutdated: boolean;
}
