import { EventEmitter, once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { importJWK, jwtVerify } from "jose";
import { type BrowserKeys, createBrowserKeys } from "./browser-keys.ts";
import { certificate, certificateKey } from "./certificate.ts";

/** A push as the device reads it, and what the push service was told about it. */
export interface ReceivedPush {
  readonly message: Readonly<Record<string, unknown>>;
  readonly ttl: string | undefined;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** Who says to send it, and by which key (RFC 8292). */
  readonly contact: string | undefined;
  readonly key: string;
}

export interface TestBrowser extends Omit<BrowserKeys, "decrypt"> {
  readonly endpoint: string;
  readonly pushes: readonly ReceivedPush[];
  /** The push that arrives as the nth, from 0 on, as soon as it is there. */
  push(n: number): Promise<ReceivedPush>;
  /** Answers with this from now on, and receives nothing; undefined takes pushes. */
  answerWith(answer: { readonly status: number; readonly retryAfter?: string } | undefined): void;
}

/** A push service as the makers of browsers run them, and browsers that take their pushes there. */
export interface TestPushService {
  readonly url: string;
  /** What vouches for it. */
  readonly certificate: string;
  browser(): TestBrowser;
  close(): Promise<void>;
}

interface Taken {
  readonly receive: (request: IncomingMessage) => Promise<number>;
  answer: { readonly status: number; readonly retryAfter?: string } | undefined;
}

export async function startPushService(): Promise<TestPushService> {
  const browsers = new Map<string, Taken>();
  const server = createServer({ key: certificateKey, cert: certificate }, (request, response) => {
    take(browsers.get(request.url ?? ""), request, response).catch((error: Error) => {
      response.writeHead(400).end(error.message);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    certificate,
    browser() {
      const path = `/push/${browsers.size + 1}`;
      const { taken, browser } = createBrowser(url, path);
      browsers.set(path, taken);
      return browser;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function take(browser: Taken | undefined, request: IncomingMessage, response: ServerResponse) {
  if (browser === undefined) return response.writeHead(404).end();
  if (browser.answer === undefined) return response.writeHead(await browser.receive(request)).end();
  const { status, retryAfter } = browser.answer;
  request.resume();
  return response.writeHead(status, { ...(retryAfter && { "retry-after": retryAfter }) }).end();
}

function createBrowser(url: string, path: string): { taken: Taken; browser: TestBrowser } {
  const { decrypt, ...keys } = createBrowserKeys();
  const pushes: ReceivedPush[] = [];
  const arrivals = new EventEmitter<{ push: [] }>().setMaxListeners(0);
  const taken: Taken = {
    answer: undefined,
    async receive(request) {
      const { ttl, urgency, topic } = request.headers as Readonly<Record<string, string | undefined>>;
      const sender = await senderOf(request.headers.authorization ?? "", url);
      const message = JSON.parse(decrypt(await buffer(request))) as Readonly<Record<string, unknown>>;
      pushes.push({ message, ttl, urgency, topic, ...sender });
      arrivals.emit("push");
      return 201;
    },
  };
  const browser: TestBrowser = {
    ...keys,
    endpoint: url + path,
    pushes,
    async push(n) {
      for (;;) {
        const push = pushes[n];
        if (push !== undefined) return push;
        await once(arrivals, "push");
      }
    },
    answerWith: (answer) => {
      taken.answer = answer;
    },
  };
  return { taken, browser };
}

/** Rejects where the key that the sender names has not signed for this push service. */
async function senderOf(authorization: string, audience: string) {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const verifier = await importJWK({ kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, "ES256");
  const { payload } = await jwtVerify(token, verifier, { audience });
  return { contact: payload.sub, key };
}
