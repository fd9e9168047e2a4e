/** How many people, channels and messages there are. */
export interface Counts {
  readonly people: { readonly members: number; readonly guests: number; readonly deactivated: number };
  /** Those that are not archived, and the archived ones. */
  readonly channels: {
    readonly public: number;
    readonly private: number;
    readonly direct: number;
    readonly archived: number;
  };
  /** Where counting would take long, as the database estimates it. */
  readonly messages: { readonly count: number; readonly isEstimate: boolean };
}

/** What the program stands on, by what it is for. */
export type EngineTask = "database" | "signals" | "rights" | "workflows" | "secrets" | "mail";

export interface WatchedEngine {
  readonly task: EngineTask;
  /** Such as PostgreSQL. */
  readonly product: string;
  /** It came with the program; otherwise it is the operator's own. */
  readonly embedded: boolean;
  /** Rejects where it does not answer; answers its version, or nothing. Absent: that is known when it is used. */
  check?(): Promise<string | undefined>;
}

export type EngineHealth = "up" | "down" | "unknown";

export interface EngineState extends Pick<WatchedEngine, "task" | "product" | "embedded"> {
  readonly version: string | undefined;
  readonly health: EngineHealth;
}
