/** A part of a file; both ends count. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a Range header asks for, of so many bytes (RFC 9110, 14.2). Undefined where all is to be answered:
 * without a header, and where it asks for what nobody needs of a file, such as several parts.
 */
export function rangeOf(header = "", size: number): ByteRange | "outside" | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || from + to === "") return undefined;
  if (from === "") return within({ first: size - Number(to), last: size - 1 }, size);
  const last = to === "" ? size - 1 : Number(to);
  // An end before the beginning is no range; a beginning past the end of the file is one that is not there.
  return to !== "" && last < Number(from) ? undefined : within({ first: Number(from), last }, size);
}

function within({ first, last }: ByteRange, size: number): ByteRange | "outside" {
  const begin = Math.max(0, first);
  return begin < size ? { first: begin, last: Math.min(last, size - 1) } : "outside";
}
