import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { OutwardRequest } from "./outward.ts";
import { createTestOutward, serveAs, speakAs } from "./testing/hostile-server.ts";

const asking = (request: OutwardRequest) => createTestOutward().ask(request);
const refusing = (reason: string) => expect.objectContaining({ name: "DomainError", reason });

describe("what may be asked", () => {
  it.each([
    "ftp://here.test/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "no address",
    "http://ada:secret@here.test/",
    "http://ada@here.test/",
    `http://here.test/${"a".repeat(5_000)}`,
    "http://1.1.1.1:25/",
  ])("refuses %.40s", async (url) => {
    await expect(asking({ url })).rejects.toThrow(refusing("OUTWARD_URL_REFUSED"));
  });

  it.each([
    "http://127.0.0.2/",
    "http://2130706434/",
    "http://0x7f.0.0.2/",
    "http://0177.0.0.2/",
    "http://127.2/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://0.0.0.0/",
    "https://10.0.0.1:8443/",
    "http://inside.test/",
  ])("refuses %s, which is no public address", async (url) => {
    const outward = createTestOutward({ "inside.test": ["192.168.0.7", "fd00::7"] });
    await expect(outward.ask({ url })).rejects.toThrow(refusing("OUTWARD_ADDRESS_REFUSED"));
    await expect(outward.check(url)).rejects.toThrow(refusing("OUTWARD_ADDRESS_REFUSED"));
  });

  it("says that there is no such server", async () => {
    await expect(asking({ url: "http://nobody.test/" })).rejects.toThrow(refusing("OUTWARD_NAME_UNKNOWN"));
  });

  it("says before anything is asked whether it may be", async () => {
    const outward = createTestOutward({ "public.test": ["1.1.1.1"] });
    await expect(outward.check("https://public.test/endpoint")).resolves.toBeUndefined();
    expect(outward.lookedUp).toEqual(["public.test"]);
  });
});

describe("asking", () => {
  it("answers what the server says, of the name that was asked", async () => {
    const { port, asked } = await serveAs((_, response) => {
      response.writeHead(418, { "content-type": "Text/HTML; charset=utf-8", "x-tea": "yes" }).end("tea");
    });
    const answer = await asking({ url: `http://here.test:${port}/pot?a=1#b` });
    expect(answer).toMatchObject({ status: 418, type: "text/html", cut: false });
    expect(answer.body.toString()).toBe("tea");
    expect(answer.headers["x-tea"]).toBe("yes");
    expect(asked).toEqual([`GET here.test:${port} /pot?a=1`]);
  });

  it("posts, with headers", async () => {
    const { port } = await serveAs((request, response) => {
      request.setEncoding("utf8");
      request.on("data", (text: string) => response.end(`${String(request.headers["x-key"])} ${text}`));
    });
    const answer = await asking({
      url: `http://127.0.0.1:${port}/`,
      method: "POST",
      headers: { "x-key": "k" },
      body: Buffer.from("hook"),
    });
    expect(answer.body.toString()).toBe("k hook");
  });

  it("connects to the address that was judged, whatever the name server says the next time", async () => {
    const { port } = await serveAs((_, response) => response.end("judged"));
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    const outward = createTestOutward({
      get "rebinding.test"() {
        return answers.shift() ?? [];
      },
    });
    const { body } = await outward.ask({ url: `http://rebinding.test:${port}/` });
    expect(body.toString()).toBe("judged");
    expect(outward.lookedUp).toEqual(["rebinding.test"]);
  });

  it("leaves out the addresses of a name that may not be asked", async () => {
    const { port } = await serveAs((_, response) => response.end("ok"));
    const outward = createTestOutward({ "both.test": ["::1", "10.0.0.1", "127.0.0.1"] });
    expect((await outward.ask({ url: `http://both.test:${port}/` })).status).toBe(200);
  });
});

describe("redirects", () => {
  it("are followed, each judged anew, without the headers where they lead elsewhere", async () => {
    const keys: unknown[] = [];
    const { port, asked } = await serveAs((request, response) => {
      keys.push(request.headers["authorization"]);
      const next = { "/a": "/b", "/b": `http://127.0.0.1:${port}/c` }[request.url ?? ""];
      if (next === undefined) response.end("there");
      else response.writeHead(302, { location: next }).end();
    });
    const answer = await asking({
      url: `http://here.test:${port}/a`,
      headers: { authorization: "Bearer key" },
    });
    expect(answer.url).toBe(`http://127.0.0.1:${port}/c`);
    expect(asked.map((line) => line.split(" ")[2])).toEqual(["/a", "/b", "/c"]);
    expect(keys).toEqual(["Bearer key", "Bearer key", undefined]);
  });

  it.each([
    ["http://127.0.0.2/", "OUTWARD_ADDRESS_REFUSED"],
    ["http://[::1]:5432/", "OUTWARD_ADDRESS_REFUSED"],
    ["file:///etc/passwd", "OUTWARD_URL_REFUSED"],
    ["http://user:word@here.test/", "OUTWARD_URL_REFUSED"],
    ["http://", "OUTWARD_URL_REFUSED"],
  ])("to %s lead nowhere", async (location, reason) => {
    const { port } = await serveAs((_, response) => response.writeHead(301, { location }).end());
    await expect(asking({ url: `http://here.test:${port}/` })).rejects.toThrow(refusing(reason));
  });

  it("end after a few", async () => {
    const { port, asked } = await serveAs((_, response) => response.writeHead(302, { location: "/" }).end());
    await expect(asking({ url: `http://here.test:${port}/` })).rejects.toThrow(
      refusing("OUTWARD_REDIRECTED"),
    );
    expect(asked).toHaveLength(6);
  });

  it("do not carry on what is posted", async () => {
    const { port, asked } = await serveAs((_, response) => response.writeHead(307, { location: "/" }).end());
    await expect(asking({ url: `http://here.test:${port}/`, method: "POST" })).rejects.toThrow(
      refusing("OUTWARD_REDIRECTED"),
    );
    expect(asked).toHaveLength(1);
  });
});

describe("answers", () => {
  const MiB = 1024 * 1024;

  it("of another type than asked for are not read", async () => {
    const { port } = await serveAs((_, response) =>
      response.writeHead(200, { "content-type": "video/mp4" }).write("endless"),
    );
    await expect(asking({ url: `http://here.test:${port}/`, types: ["text/html"] })).rejects.toThrow(
      refusing("OUTWARD_TYPE_REFUSED"),
    );
  });

  it("that never end are refused, or cut where their beginning is enough", async () => {
    const { port } = await serveAs((request, response) => {
      const more = (): void => {
        while (!request.destroyed && response.write("a".repeat(64 * 1024)));
        if (!request.destroyed) response.once("drain", more);
      };
      more();
    });
    const url = `http://here.test:${port}/`;
    await expect(asking({ url })).rejects.toThrow(refusing("OUTWARD_TOO_LARGE"));
    const { body, cut } = await asking({ url, limits: { beyond: "cut", bytes: 1_000 } });
    expect([body.length, cut]).toEqual([1_000, true]);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("in %s are decompressed up to the limit", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(16 * MiB));
    const { port } = await serveAs((request, response) => {
      response.writeHead(200, { "content-encoding": encoding });
      response.end(request.url === "/bomb" ? bomb : compress("small"));
    });
    const url = `http://here.test:${port}`;
    expect((await asking({ url })).body.toString()).toBe("small");
    await expect(asking({ url: `${url}/bomb` })).rejects.toThrow(refusing("OUTWARD_TOO_LARGE"));
  });

  it("that unfold to nothing, without end, are refused", async () => {
    const nothing = Buffer.concat(Array.from<Buffer>({ length: 60_000 }).fill(gzipSync("")));
    const { port } = await serveAs((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(nothing),
    );
    await expect(asking({ url: `http://here.test:${port}/` })).rejects.toThrow(refusing("OUTWARD_TOO_LARGE"));
  });

  it.each([
    ["in no compression we know", "zip", "OUTWARD_TYPE_REFUSED"],
    ["that are not compressed as they say", "gzip", "OUTWARD_UNREACHABLE"],
    ["compressed more than once", "gzip, gzip", "OUTWARD_TYPE_REFUSED"],
  ])("%s are refused", async (_what, encoding, reason) => {
    const { port } = await serveAs((_request, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end("plain"),
    );
    await expect(asking({ url: `http://here.test:${port}/` })).rejects.toThrow(refusing(reason));
  });

  it.each([
    ["is no HTTP", "SSH-2.0-OpenSSH_9.9\r\n"],
    ["has too long a head", `HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}\r\n\r\n`],
    ["breaks off", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nten bytes."],
    ["hangs up", ""],
    [
      "becomes another protocol",
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
    ],
  ])("what %s is refused", async (_what, bytes) => {
    const port = await speakAs((socket) => socket.once("data", () => socket.end(bytes)));
    await expect(asking({ url: `http://here.test:${port}/` })).rejects.toThrow(
      refusing("OUTWARD_UNREACHABLE"),
    );
  });

  it("from nobody are refused", async () => {
    const port = await speakAs(() => {});
    const outward = createTestOutward({ "closed.test": ["127.0.0.1"] });
    await expect(outward.ask({ url: `https://closed.test:${port}/`, limits: { ms: 50 } })).rejects.toThrow(
      refusing("OUTWARD_TIMED_OUT"),
    );
  });
});

describe("time", () => {
  it("ends an answer that trickles", async () => {
    const port = await speakAs((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const timer = setInterval(() => socket.write("a"), 5);
      socket.on("close", () => clearInterval(timer));
    });
    await expect(asking({ url: `http://here.test:${port}/`, limits: { ms: 60 } })).rejects.toThrow(
      refusing("OUTWARD_TIMED_OUT"),
    );
  });

  it("ends a head that never comes", async () => {
    const port = await speakAs(() => {});
    await expect(asking({ url: `http://here.test:${port}/`, limits: { ms: 30 } })).rejects.toThrow(
      refusing("OUTWARD_TIMED_OUT"),
    );
  });

  it("is the caller's to end earlier, who gets the reason back", async () => {
    const port = await speakAs(() => {});
    const giveUp = new AbortController();
    const asked = asking({ url: `http://here.test:${port}/`, signal: giveUp.signal });
    giveUp.abort(new Error("closing"));
    await expect(asked).rejects.toThrow("closing");
  });
});
