import { timestampFromDate } from "@bufbuild/protobuf/wkt";

/** What a new key is asked to be. */
export interface KeyWish extends Record<string, string> {
  readonly name: string;
  readonly reach: "read" | "write";
  readonly days: "7" | "30" | "90" | "365";
}

const dayMs = 86_400_000;

/** The wish as the server takes it. A key that may change things may read them, too. */
export function keyRequest({ name, reach, days }: KeyWish, now: Date) {
  return {
    name: name.trim(),
    scopes: reach === "write" ? ["read", "write"] : ["read"],
    expiresAt: timestampFromDate(new Date(now.getTime() + Number(days) * dayMs)),
  };
}
