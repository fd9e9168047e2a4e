import { createServer } from "node:net";
import { connect, type PeerCertificate } from "node:tls";
import { WebSocket } from "ws";
import { z } from "zod";
import type { Config } from "../config.ts";
import { type Check, type Finding, fine, problem, warning } from "./finding.ts";

const PATIENCE_MS = 5_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_LEFT = 14;
const SECONDS_APART = 60;
/** From the range for documentation (RFC 5737): nobody has it. */
const INVENTED = "203.0.113.7";

const caller = z.object({ address: z.string(), host: z.string(), secure: z.boolean() });
type Caller = z.infer<typeof caller>;

/** The port here, and the way that people take to it: name, TLS, the proxy's headers, WebSocket. */
export const checkAddress: Check = async (config) => {
  const here = await askCaller(
    `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`,
  );
  if (here === undefined) return [await checkPort(config)];
  const found = [fine(`The server answers on port ${config.port}.`)];
  const { protocol, hostname } = new URL(config.publicUrl);
  if (["localhost", "127.0.0.1", "[::1]"].includes(hostname)) {
    const remedy = "for others, set PUBLIC_URL to the address that they use";
    return [...found, warning(`People reach it at ${config.publicUrl}, on this machine only.`, remedy)];
  }
  const certificate = protocol === "https:" ? [await checkCertificate(config)] : [plainText(config)];
  const there = await askCaller(config.publicUrl);
  if (there === undefined) return [...found, ...certificate, unreachable(config)];
  const seen = [checkProxy(config, there), await checkInvented(config), await checkWebSocket(config)];
  return [...found, ...certificate, checkClock(there.date), ...seen];
};

/** What the server saw of the caller; undefined where none of ours answers. */
async function askCaller(url: string, headers = {}): Promise<(Caller & { readonly date: Date }) | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${url}/healthz/caller`, { signal, headers, redirect: "error" });
    const parsed = caller.safeParse(await response.json());
    return parsed.data && { ...parsed.data, date: new Date(response.headers.get("date") ?? Number.NaN) };
  } catch {
    return undefined;
  }
}

async function checkPort({ port, host }: Config): Promise<Finding> {
  const { promise, resolve } = Promise.withResolvers<Finding>();
  const remedy = "stop what uses it, or set PORT to another one";
  const server = createServer()
    .once("error", () => resolve(problem(`Port ${port} is taken by something else.`, remedy)))
    .once("listening", () => server.close(() => resolve(fine(`No server runs; port ${port} is free.`))))
    .listen(port, host);
  return promise;
}

const plainText = ({ publicUrl }: Config): Finding =>
  problem(
    `${publicUrl} is not encrypted: passwords can be read on the way.`,
    "put a proxy with TLS in front",
  );

const unreachable = ({ publicUrl }: Config): Finding =>
  problem(`${publicUrl} does not lead to this server.`, "look at DNS, the firewall and the proxy");

async function checkCertificate({ publicUrl }: Config): Promise<Finding> {
  const { hostname, port } = new URL(publicUrl);
  const { promise, resolve } = Promise.withResolvers<PeerCertificate | Error>();
  const socket = connect({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    timeout: PATIENCE_MS,
  });
  socket.once("secureConnect", () => resolve(socket.getPeerCertificate()));
  socket.once("error", resolve);
  socket.once("timeout", () => resolve(new Error("no answer")));
  const found = await promise;
  socket.destroy();
  if (found instanceof Error) {
    return problem(
      `The certificate of ${hostname} is not accepted (${found.message}).`,
      "renew it, or look at the proxy",
    );
  }
  const days = Math.floor((Date.parse(found.valid_to) - Date.now()) / DAY_MS);
  const what = `The certificate of ${hostname} is valid for ${days} days.`;
  return days >= DAYS_LEFT ? fine(what) : warning(what, "see why it was not renewed");
}

/** What its own machine gets back can be an answer of a proxy, which has taken the time by itself. */
function checkClock(date: Date): Finding {
  const apart = Math.abs(date.getTime() - Date.now()) / 1000;
  if (apart < SECONDS_APART) return fine("The clock agrees with that of the proxy.");
  return problem(`The clock is ${Math.round(apart)} seconds apart from the proxy's.`, "take the time by NTP");
}

function checkProxy({ publicUrl, trustedProxies }: Config, { secure, host }: Caller): Finding {
  const wanted = new URL(publicUrl);
  if (host !== wanted.host) {
    const remedy = "let the proxy pass Host on as the browser sent it";
    return problem(`Behind the proxy the server is asked for ${host}, not ${wanted.host}.`, remedy);
  }
  if (secure !== (wanted.protocol === "https:")) {
    const remedy = "let the proxy set X-Forwarded-Proto, and set TRUSTED_PROXIES";
    return problem("The server cannot tell that people come by TLS.", remedy);
  }
  if (trustedProxies === 0) {
    const remedy =
      "if a proxy is in front, set TRUSTED_PROXIES to how many: else all people have its address";
    return warning("No proxy is trusted.", remedy);
  }
  return fine("The proxy tells host and protocol.");
}

async function checkInvented({ publicUrl }: Config): Promise<Finding> {
  const asked = await askCaller(publicUrl, { "x-forwarded-for": INVENTED });
  if (asked?.address !== INVENTED) return fine("Nobody can invent an address of their own.");
  return problem(
    "An address that a client invents in X-Forwarded-For is believed.",
    "set TRUSTED_PROXIES to the number of proxies in front, and not more",
  );
}

async function checkWebSocket({ publicUrl }: Config): Promise<Finding> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = new WebSocket(`${publicUrl.replace(/^http/, "ws")}/realtime`, {
    handshakeTimeout: PATIENCE_MS,
    origin: publicUrl,
  });
  socket.once("open", () => resolve(true));
  // It may be refused for want of a session: that too is an answer of the server's.
  socket.once("unexpected-response", (_, { statusCode }) => resolve(statusCode === 401));
  socket.once("error", () => resolve(false));
  const opens = await promise;
  socket.terminate();
  if (opens) return fine("WebSockets pass.");
  const remedy = "let the proxy pass Upgrade and Connection on (docs/operating.md has examples)";
  return problem("WebSockets do not pass the proxy: nothing is live.", remedy);
}
