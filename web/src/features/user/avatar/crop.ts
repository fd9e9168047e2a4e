/** The side of a picture as it is kept, in pixels. */
export const avatarSide = 512;
/** What the server takes, in bytes. */
export const largestAvatar = 512 * 1024;

export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The largest square in the middle of a picture; of an upright one somewhat above it, where faces are. */
export function cropOf(width: number, height: number): Square {
  const side = Math.min(width, height);
  const x = Math.round((width - side) / 2);
  const y = height > width ? Math.round((height - side) / 3) : 0;
  return { x, y, side };
}
