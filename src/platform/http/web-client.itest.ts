import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { UI_KIT_STYLES } from "./security-headers.ts";
import { serve } from "./testing/serve.ts";

const PAGE = "<!doctype html><title>Chatter</title>";
const SCRIPT = "console.log('hello');".repeat(100);
const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

async function serveClient() {
  const folder = await mkdtemp(join(tmpdir(), "web-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  await mkdir(join(folder, ".vite"));
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "assets/app-1a2b3c.js"), SCRIPT);
  await writeFile(join(folder, "assets/app-1a2b3c.js.br"), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, ".vite/manifest.json"), "{}");
  return { folder, ...(await serve({ webClient: folder })) };
}

describe("the web client", () => {
  it.each(["/", "/channels/general?message=1", "/join/token", "/index.html"])(
    "is shown at %s",
    async (path) => {
      const { url } = await serveClient();
      const answer = await fetch(url + path, { headers: page });
      expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
      expect(answer.headers.get("content-type")).toBe("text/html;charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    },
  );

  it("lets browsers keep what has a hash in its name, and sends it compressed", async () => {
    const { url } = await serveClient();
    const answer = await fetch(`${url}/assets/app-1a2b3c.js`, { headers: { "accept-encoding": "br" } });
    expect(await answer.text()).toBe(SCRIPT);
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("has a service worker that browsers ask for anew, and a manifest that they know as one", async () => {
    const { folder, url } = await serveClient();
    await writeFile(join(folder, "sw.js"), "self.addEventListener('fetch', () => {});");
    await writeFile(join(folder, "app.webmanifest"), "{}");
    const worker = await fetch(`${url}/sw.js`);
    expect(worker.headers.get("content-type")).toContain("javascript");
    expect(worker.headers.get("cache-control")).toBe("no-cache");
    expect(worker.headers.get("content-security-policy")).toContain("connect-src 'self'");
    const manifest = await fetch(`${url}/app.webmanifest`);
    expect(manifest.headers.get("content-type")).toContain("application/manifest+json");
  });

  it("is not sent again while it has not changed", async () => {
    const { url } = await serveClient();
    const etag = (await fetch(url, { headers: page })).headers.get("etag") ?? "";
    expect((await fetch(url, { headers: { ...page, "if-none-match": etag } })).status).toBe(304);
  });

  it("may load nothing that this server did not send", async () => {
    const { url } = await serveClient();
    const { headers } = await fetch(url, { headers: page });
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
  });

  it.each([
    ["a program's request", "/channels/general", { accept: "*/*" }],
    ["a file that is not there", "/assets/gone.js", page],
    ["the build's own notes", "/.vite/manifest.json", page],
    ["a path out of the folder", "/..%2f..%2fetc/passwd", { accept: "*/*" }],
  ])("does not answer %s", async (_name, path, headers) => {
    const { url } = await serveClient();
    expect((await fetch(url + path, { headers })).status).toBe(404);
  });

  it.each([
    ["bytes=0-4", 206, PAGE.slice(0, 5)],
    ["bytes=9-2", 200, PAGE],
    ["bytes=-5", 200, PAGE],
    ["bytes=x", 200, PAGE],
    ["bytes=9999-", 416, ""],
  ])("answers the range %s with %i", async (range, status, text) => {
    const { url } = await serveClient();
    const answer = await fetch(url, { headers: { ...page, range } });
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  it("may be built again, or go away, while the server runs", async () => {
    const { folder, url } = await serveClient();
    await writeFile(join(folder, "index.html"), `${PAGE}<p>new`);
    expect(await (await fetch(url, { headers: page })).text()).toBe(`${PAGE}<p>new`);
    await rm(join(folder, "index.html"));
    const answer = await fetch(url, { headers: page });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("make web")]);
  });
});

describe("the styles that the policy allows", () => {
  it.each([
    ["interactions/usePress", UI_KIT_STYLES[0]],
    ["overlays/usePreventScroll", UI_KIT_STYLES[1]],
  ])("are those of react-aria's %s, as installed", async (file, style = "") => {
    const source = await readFile(`node_modules/react-aria/dist/private/${file}.mjs`, "utf8");
    const attribute = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(source)?.[1] ?? "";
    const text = source.replaceAll(/\[\$\{\$[\w$]*PRESSABLE_ATTRIBUTE\}\]/g, `[${attribute}]`);
    expect(text).toContain(style);
  });
});
