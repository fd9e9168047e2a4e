import { refuse } from "./errors.ts";
import { type ImageHeader, readImageHeader } from "./image.ts";

/** A picture as it was sent, known to be of a kind that browsers show and cannot run. */
export interface Avatar {
  readonly type: ImageHeader["type"];
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 512 * 1024;
const LONGEST_SIDE = 4096;

/** Throws AVATAR_NOT_AN_IMAGE, AVATAR_TOO_LARGE. */
export function readAvatar(bytes: Uint8Array): Avatar {
  if (bytes.length > MOST_BYTES) throw refuse("AVATAR_TOO_LARGE");
  const header = readImageHeader(bytes);
  if (header === undefined || header.width === 0 || header.height === 0) throw refuse("AVATAR_NOT_AN_IMAGE");
  // A small file can unfold to a picture that fills the memory of everybody who sees it.
  if (Math.max(header.width, header.height) > LONGEST_SIDE) throw refuse("AVATAR_TOO_LARGE");
  return { type: header.type, bytes };
}
