import { describe, expect, it } from "vitest";
import { createLog, type LogOptions } from "./log.ts";

function written(options: LogOptions = {}) {
  const lines: string[] = [];
  const log = createLog({ ...options, destination: { write: (line) => lines.push(line) } });
  return {
    log,
    text: () => lines.join(""),
    entry: () => JSON.parse(lines[0] ?? "") as Record<string, unknown>,
  };
}

describe("the log", () => {
  it("says nothing that opens a door", () => {
    const { log, text } = written();
    log.info({ password: "open sesame", user: { token: "open sesame" } }, "kept");
    log.info({ request: { headers: { authorization: "open sesame", "set-cookie": "open sesame" } } }, "kept");
    expect(text()).not.toContain("sesame");
    expect(text().match(/\[redacted\]/g)).toHaveLength(4);
  });

  it("says what failed and why, without the data it failed on", () => {
    const { log, entry } = written();
    const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(ada@x)" });
    log.error({ err: new Error("could not save", { cause }) }, "failed");
    expect(entry()).toMatchObject({
      level: "error",
      err: { message: "could not save", cause: { message: "duplicate key", code: "23505" } },
    });
    expect(JSON.stringify(entry())).not.toContain("ada@x");
  });

  it("leaves out what is less important than its level", () => {
    const { log, text } = written({ level: "warn" });
    log.info("a detail");
    expect(text()).toBe("");
  });

  it("is one line for the eye in a terminal, and the stack below", () => {
    const { log, text } = written({ readable: true });
    log.warn({ port: 3000, address: { host: "::1" } }, "the port is taken");
    expect(text()).toMatch(
      /^\d\d:\d\d:\d\d warn {2}the port is taken {2}port=3000 {2}address=\{"host":"::1"\}\n$/,
    );
    log.error({ err: new Error("no") }, "failed");
    expect(text()).toMatch(/error failed\n {4}Error: no\n {8}at /);
  });
});
