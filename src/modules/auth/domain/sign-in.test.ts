import { describe, expect, it } from "vitest";
import { deviceOf } from "./sign-in.ts";

const device = (userAgent: string) => deviceOf({ address: "192.0.2.1", userAgent });
const chrome = (version: string, system = "X11; Linux x86_64") =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;

describe("a device", () => {
  it("is the same after an update of its browser or its system", () => {
    expect(device(chrome("140.0.0.0"))).toBe(device(chrome("151.0.7204.49")));
    expect(device("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)")).toBe(
      device("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)"),
    );
  });

  it("is another one with another browser or another system", () => {
    expect(device(chrome("140.0.0.0"))).not.toBe(device(chrome("140.0.0.0", "Windows NT 10.0; Win64; x64")));
    expect(device(chrome("140.0.0.0"))).not.toBe(
      device("Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/130.0"),
    );
  });
});
