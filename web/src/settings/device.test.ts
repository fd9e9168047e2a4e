import { describe, expect, it } from "vitest";
import { deviceOf } from "./device.ts";

describe("the device of a session", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      { browser: "Chrome", system: "Linux", isPhone: false },
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      { browser: "Edge", system: "Windows", isPhone: false },
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
      { browser: "Safari", system: "iPhone", isPhone: true },
    ],
    [
      "Mozilla/5.0 (Android 15; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0",
      { browser: "Firefox", system: "Android", isPhone: true },
    ],
    ["curl/8.5.0", { browser: "curl", system: "", isPhone: false }],
    ["", { browser: "", system: "", isPhone: false }],
  ])("is told by %s", (userAgent, device) => expect(deviceOf(userAgent)).toEqual(device));
});
