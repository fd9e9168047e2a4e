/** A part of a file; both ends count. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a Range header asks for, of so many bytes (RFC 9110, 14.2). Undefined where all is to be answered:
 * without a header, and where it asks for what nobody needs of a file, such as several parts.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | "outside" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (match === null || (from === "" && to === "")) return undefined;
  if (from === "") return lastOf(Number(to), size);
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return undefined;
  return first < size ? { first, last } : "outside";
}

function lastOf(wanted: number, size: number): ByteRange | "outside" {
  if (wanted === 0 || size === 0) return "outside";
  return { first: Math.max(0, size - wanted), last: size - 1 };
}
