import { refuse } from "./errors.ts";

/** How much may be kept, in bytes. */
export interface Limits {
  readonly file: number;
  readonly person: number;
  readonly org: number;
  /** Uploads that one person has begun and not ended. */
  readonly openUploads: number;
}

/** What files and begun uploads take, in bytes. */
export interface Usage {
  readonly person: number;
  readonly org: number;
}

export function leftOf(limits: Limits, usage: Usage): number {
  return Math.max(0, Math.min(limits.person - usage.person, limits.org - usage.org));
}

/** Throws UPLOAD_TOO_LARGE, QUOTA_EXCEEDED. */
export function assertRoom(limits: Limits, usage: Usage, bytes: number): void {
  if (bytes > limits.file) throw refuse("UPLOAD_TOO_LARGE", { limitBytes: limits.file });
  const left = leftOf(limits, usage);
  if (bytes > left) throw refuse("QUOTA_EXCEEDED", { leftBytes: left });
}
