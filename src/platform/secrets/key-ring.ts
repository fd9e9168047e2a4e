/** A data key, encrypted by one version of a ring's key. */
export interface Wrapped {
  readonly version: number;
  /** Without dots. */
  readonly text: string;
}

/** The versions of the key that encrypts data keys. All of them read; the current one writes. */
export interface KeyRing {
  /** Of the engine, as it is stored with what it encrypts. */
  readonly name: "file" | "vault";
  wrap(dataKey: Uint8Array): Promise<Wrapped>;
  /** Throws SecretsError where the version is not there (any more), or never encrypted this. */
  unwrap(wrapped: Wrapped): Promise<Buffer>;
  /** The version that writes; 0 before there is one. */
  current(): Promise<number>;
  /** Makes a version that does not write yet, where it must first be brought to other servers. */
  prepare(): Promise<number>;
  /** From now on a new version writes: that which was prepared, or else a fresh one. */
  rotate(): Promise<number>;
  /** What older versions have encrypted cannot be read any more. */
  forgetBefore(version: number): Promise<void>;
}
