import { describe, expect, it } from "vitest";
import { safeHref } from "./safe-href.ts";

describe("an address in a message", () => {
  it.each(["https://example.org/", "http://example.org/a?b#c", "mailto:mei@example.org"])(
    "may be %s",
    (raw) => {
      expect(safeHref(raw)).toBe(raw);
    },
  );

  it("is completed with https when only the domain was written", () => {
    expect(safeHref("example.org/a")).toBe("https://example.org/a");
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "/relative",
    "//example.org",
    "",
  ])("is refused when it is %j", (raw) => {
    expect(safeHref(raw)).toBeUndefined();
  });
});
