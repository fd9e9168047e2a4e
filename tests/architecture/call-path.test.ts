import { describe, expect, it } from "vitest";
import { followCalls } from "../../tools/boundaries/call-path.ts";

const bindings = new Map([["app.post", { path: "post.ts", name: "post" }]]);

describe("followCalls", () => {
  const { stops, unexplained } = followCalls(
    "tests/architecture/canaries/call-path",
    { path: "service.ts", name: "send" },
    bindings,
  );

  it("goes where a call is handed on to: by name, by import, and through a port to what is bound there", () => {
    expect(stops.map(({ path, name }) => `${path} ${name}`)).toEqual([
      "service.ts send",
      "post.ts post",
      "post.ts inTurn",
      "store.ts store",
    ]);
  });

  it("names the waiting that nothing explains, so that no stop is missed", () => {
    expect(unexplained).toEqual(["service.ts: app.announce"]);
  });
});
