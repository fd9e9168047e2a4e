import { describe, expect, it } from "vitest";
import { askedFor } from "./asked-for.ts";

const files = new Set(["/index.html", "/appearance.js", "/assets/page-1a2b.js"]);
const ask = (path: string, mode = "navigate", method = "GET") => askedFor({ path, mode, method }, files);

describe("the service worker", () => {
  it("answers every place in the client with its page", () => {
    for (const path of ["/", "/c/chn_1", "/search", "/settings/account", "/login", "/join/a.b.c", "/authors"])
      expect(ask(path)).toBe("page");
  });

  it("leaves to the server what is the server's", () => {
    const pages = [
      "/docs/api",
      "/exports/exp_1/1",
      "/auth/callback",
      "/healthz",
      "/metrics",
      "/avatars/usr_1/a",
    ];
    for (const path of pages) expect(ask(path)).toBe("server");
    expect(ask("/chatter.auth.v1.AuthService/Login", "cors", "POST")).toBe("server");
    expect(ask("/chatter.auth.v1.AuthService/GetSession", "cors")).toBe("server");
    expect(ask("/", "navigate", "POST")).toBe("server");
  });

  it("answers files of the build and pictures of people from what is kept", () => {
    expect(ask("/assets/page-1a2b.js", "cors")).toBe("file");
    expect(ask("/appearance.js", "no-cors")).toBe("file");
    expect(ask("/assets/unknown.js", "cors")).toBe("server");
    expect(ask("/avatars/usr_1/abc", "no-cors")).toBe("picture");
  });
});
