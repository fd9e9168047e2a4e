import { describe, expect, it } from "vitest";
import { serve } from "../testing/serve.ts";
import { renderApiPage } from "./page.ts";

const apiDocument = "docs/api/openapi.json";

describe("the API page", () => {
  it("shows every service and method of the document, and needs nothing else", async () => {
    const { url } = await serve({ apiDocument });
    const answer = await fetch(`${url}/docs/api`);
    const page = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const part of [
      "chatter.message.v1.MessageService",
      "<code>SendMessage</code>",
      "<code>Login</code>",
    ])
      expect(page).toContain(part);
    expect(page).not.toMatch(/<script|<link|<img|undefined|\[object/);
  });

  it("leads to every type that it mentions", async () => {
    const { url } = await serve({ apiDocument });
    const page = await (await fetch(`${url}/docs/api`)).text();
    const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
    expect(links.length).toBeGreaterThan(50);
  });

  it("is accompanied by the document for programs", async () => {
    const { url } = await serve({ apiDocument });
    const answer = await fetch(`${url}/docs/api/openapi.json`);
    expect(await answer.json()).toMatchObject({ openapi: "3.1.0" });
  });

  it("shows texts as texts", () => {
    const info = { title: '<b>&"', version: "1" };
    const page = renderApiPage({ info, tags: [], paths: {}, components: { schemas: {} } }, "http://x");
    expect(page).toContain("&lt;b&gt;&amp;&quot;");
  });
});
