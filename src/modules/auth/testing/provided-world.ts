import { findFreePort } from "../../../../dev/server/server-process.ts";
import { createHttpServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log/log.ts";
import { createMetrics } from "../../../platform/telemetry/metrics.ts";
import type { OpenIdSettings } from "../index.ts";
import { type ProvidedPerson, startProvider, type TestProvider } from "./identity-provider.ts";
import { type AuthWorld, createAuthWorld, type WorldOptions } from "./world.ts";

/** The auth context behind HTTP, and a provider that it believes. */
export interface ProvidedWorld {
  readonly world: AuthWorld;
  readonly provider: TestProvider;
  readonly url: string;
  /** What the operator has decided; a test may decide otherwise. */
  readonly settings: Writable<OpenIdSettings>;
  /** Somebody's browser. */
  browser(): ProvidedBrowser;
  /** Signs in there as this, in a browser of its own; answers where it ends up. */
  arrive(subject: string, person?: ProvidedPerson): Promise<Arrival>;
  close(): Promise<void>;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Arrival {
  readonly browser: ProvidedBrowser;
  readonly landed: Landing;
}

/** Where a browser is in the end. */
export interface Landing {
  /** Path, query and hash below the public address. */
  readonly page: string;
  /** The reason that the page tells; undefined: none. */
  readonly problem: string | undefined;
}

export interface ProvidedBrowser {
  /** Goes to a page and follows where it is sent, signing in as this where the provider asks. */
  visit(url: string, subject?: string): Promise<Landing>;
  /** Goes there and no further. */
  step(url: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  /** Calls a method of the server as its scripts would. */
  call(method: string, message?: object): Promise<Readonly<Record<string, unknown>>>;
  /** A cookie of the server. */
  cookie(name: string): string | undefined;
}

export async function createProvidedWorld(options: WorldOptions = {}): Promise<ProvidedWorld> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const provider = await startProvider(url);
  const { issuer, clientId, clientSecret } = provider;
  const openId: Writable<OpenIdSettings> = {
    ...{ issuer, clientId, clientSecret, name: "Northwind ID", scopes: "profile email groups" },
    ...{ groupsClaim: "groups", signUp: true, roles: undefined },
    trusts: { email: false, secondFactor: false },
  };
  const now = new Date().toISOString();
  const world = await createAuthWorld({
    registration: "invitation",
    publicUrl: url,
    openId,
    now,
    ...options,
  });
  provider.clock = world.clock;
  const server = createHttpServer({
    routes: world.module.routes,
    plainRoutes: world.module.plainRoutes,
    authenticate: (shown) => world.module.authenticate(shown),
    log: createLog({ level: "error" }),
    metrics: createMetrics(),
    trustedProxies: 0,
    publicUrl: url,
  });
  await server.listen(port, "127.0.0.1");
  const provided: ProvidedWorld = {
    ...{ world, provider, url, settings: openId, browser: () => createBrowser(url) },
    async arrive(subject, person) {
      if (person !== undefined) provider.people.set(subject, person);
      const browser = provided.browser();
      return { browser, landed: await browser.visit(`${url}/auth/oidc/start?next=/c/here`, subject) };
    },
    async close() {
      await server.close(0);
      await Promise.all([provider.close(), world.close()]);
    },
  };
  return provided;
}

const MOST_STEPS = 12;

function createBrowser(home: string): ProvidedBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (host: string) => jars.get(host) ?? jars.set(host, new Map()).get(host) ?? new Map();
  const send = async (url: string, init: RequestInit = {}) => {
    const jar = jarOf(new URL(url).host);
    const headers = new Headers(init.headers);
    headers.set("cookie", Array.from(jar, ([name, value]) => `${name}=${value}`).join("; "));
    headers.set("user-agent", "vitest");
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const kept of response.headers.getSetCookie()) {
      const [pair = ""] = kept.split(";", 1);
      const name = pair.slice(0, pair.indexOf("="));
      if (pair.endsWith("=") || /expires=Thu, 01 Jan 1970/i.test(kept)) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    }
    return response;
  };
  const step: ProvidedBrowser["step"] = (url, form) =>
    send(url, form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) });
  return {
    step,
    async visit(url, subject = "") {
      let at = url;
      for (let steps = 0; steps < MOST_STEPS; steps += 1) {
        const landing = landingOf(at, home);
        if (landing !== undefined) return landing;
        const asks = at.includes("/interaction/");
        const response = await step(at, asks ? { person: subject } : undefined);
        const location = response.headers.get("location");
        if (location === null) throw new Error(`${at} answers ${response.status}: ${await response.text()}`);
        at = new URL(location, at).href;
      }
      throw new Error("sent from page to page without end");
    },
    async call(method, message = {}) {
      const headers = { "content-type": "application/json", origin: home };
      const body = JSON.stringify(message);
      const response = await send(`${home}/chatter.auth.v1.${method}`, { method: "POST", headers, body });
      return (await response.json()) as Readonly<Record<string, unknown>>;
    },
    cookie: (name) => jarOf(new URL(home).host).get(name),
  };
}

/** What is neither the provider's nor on the way to it is a page of the client. */
function landingOf(url: string, home: string): Landing | undefined {
  if (!url.startsWith(home) || url.startsWith(`${home}/auth/oidc/`)) return undefined;
  const { searchParams } = new URL(url);
  return { page: url.slice(home.length), problem: searchParams.get("problem") ?? undefined };
}
