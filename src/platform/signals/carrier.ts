/**
 * An engine that brings texts from one process to all others. What it carries are hints: a text may be
 * lost, doubled or late, and nothing may depend on it.
 */
export interface Carrier {
  /** What a text may take in UTF-8. */
  readonly longestBytes: number;
  /** Begins to receive what others send, and perhaps what this process sends; rejects where it cannot. */
  open(receive: (text: string) => void): Promise<void>;
  /** Resolves when the engine has taken all texts; rejects where it is away, and then some may be lost. */
  send(texts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
