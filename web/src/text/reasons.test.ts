import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textOfReason } from "./reasons.ts";

/** What only a program can be refused with, or a client that is broken. */
const ofPrograms = new Set([
  "API_KEY_EXPIRY",
  "AVATAR_NOT_FOUND",
  "BLOCK_YOURSELF",
  "CONTACT_YOURSELF",
  "EXPORT_NEEDS_SESSION",
  "FLAG_CONTRADICTORY",
  "FLAG_NOT_FOUND",
  "FLAG_TOO_MANY_NAMED",
  "IDEMPOTENCY_KEY_MALFORMED",
  "IDEMPOTENCY_KEY_REUSED",
  "INSTALLATION_EMPTY",
  "INVITATION_EXPIRY",
  "LOGOUT_TOKEN_INVALID",
  "MALFORMED_ID",
  "MESSAGE_INVALID",
  "NO_HANDLE_FREE",
  "ONE_OPTION_ONLY",
  "OPTION_NOT_FOUND",
  "ORG_NOT_FOUND",
  "OUTWARD_ADDRESS_REFUSED",
  "OUTWARD_NAME_UNKNOWN",
  "OUTWARD_REDIRECTED",
  "OUTWARD_TIMED_OUT",
  "OUTWARD_TOO_LARGE",
  "OUTWARD_TYPE_REFUSED",
  "OUTWARD_UNREACHABLE",
  "OUTWARD_URL_REFUSED",
  "PAGE_TOKEN_MALFORMED",
  "PERMISSION_UNKNOWN",
  "POLL_ANONYMOUS",
  "POLL_FIXED",
  "POLL_NOT_FOUND",
  "PUSH_DEVICE_NOT_FOUND",
  "PUSH_KEY_INVALID",
  "PUSH_NEEDS_SESSION",
  "READ_ONLY_KEY",
  "SESSION_REQUIRED",
  "STREAM_NOT_FOUND",
]);

/** Say no more than their code, which has a text of its own. */
const ofCodes = new Set(["PERMISSION_DENIED", "UNAUTHENTICATED"]);

const page = readFileSync(join(import.meta.dirname, "../../../docs/errors.md"), "utf8");
const reasons = new Set([...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, reason = ""]) => reason));

describe("the text for a reason", () => {
  it("is there for every reason that a person can be refused with", () => {
    expect(reasons.size).toBeGreaterThan(60);
    const without = [...reasons].filter((reason) => textOfReason(reason) === undefined);
    expect(without.sort()).toEqual([...ofPrograms, ...ofCodes].sort());
  });

  it("is nothing for a reason of a newer server", () => {
    expect(textOfReason("OF_TOMORROW")).toBeUndefined();
    expect(textOfReason("toString")).toBeUndefined();
  });
});
