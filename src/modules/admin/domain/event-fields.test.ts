import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { fieldsOf } from "./event-fields.ts";

const ids = createIds(systemClock);

describe("the fields of an event", () => {
  it("are shown where they are ids, numbers, moments and names of enumerations", () => {
    const userId = ids.next("usr");
    const payload = {
      userId,
      role: "ROLE_MEMBER",
      at: "2026-11-21T09:00:00.123Z",
      seq: "42",
      count: 3,
      founder: true,
      nothing: null,
    };
    expect(fieldsOf(payload)).toEqual([
      { path: "userId", value: { text: userId } },
      { path: "role", value: { text: "ROLE_MEMBER" } },
      { path: "at", value: { text: "2026-11-21T09:00:00.123Z" } },
      { path: "seq", value: { text: "42" } },
      { path: "count", value: { text: "3" } },
      { path: "founder", value: { text: "true" } },
      { path: "nothing", value: { text: "null" } },
    ]);
  });

  it("are told by their length where somebody may have written them", () => {
    const payload = { name: "Mia L", status: { texts: ["in a meeting"] } };
    expect(fieldsOf(payload)).toEqual([
      { path: "name", value: { withheld: 5 } },
      { path: "status.texts.0", value: { withheld: 12 } },
    ]);
  });

  it("never contain a word of a text, whatever it is", () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const shown = JSON.stringify(
          fieldsOf({ list: words, text: words.join(" ") }).map(({ value }) => value),
        );
        expect(words.filter((it) => shown.includes(`"${it}"`))).toEqual([]);
      }),
    );
  });

  it("are so many at most, however large the event is", () => {
    expect(fieldsOf({ ids: Array.from({ length: 10_000 }, (_, index) => index) })).toHaveLength(200);
  });
});
