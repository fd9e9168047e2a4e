import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";

/** The program in a process of its own, and people who look at it with a real browser. */
export interface BrowserWorld {
  readonly url: string;
  server: ServerProcess;
  /** Registers somebody; the first is the owner. */
  register(name: string): Promise<Person>;
  /** Somebody who registered in the browser. */
  signIn(name: string): Promise<Person>;
  /** Opens the client as somebody who is signed in, in a browser profile of their own. */
  open(person: Person | undefined, path?: string, options?: ViewOptions): Promise<Page>;
  /** Ends the server and starts it again on the same data and port. */
  restart(how: "stop" | "kill"): Promise<void>;
  close(): Promise<void>;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly userId: string;
  readonly token: string;
  readonly api: ApiClient;
}

export interface ViewOptions {
  readonly colorScheme?: "light" | "dark";
  readonly phone?: boolean;
  /** Hears of everything that the browser complains about, from before the page is fetched. */
  readonly onComplaint?: (complaint: string) => void;
}

export const PASSWORD = "a long enough password";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function createBrowserWorld(): Promise<BrowserWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-browser-"));
  const port = await findFreePort();
  const start = () => startServer({ dataDir, port, env: { REGISTRATION: "open" } });
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  const world: BrowserWorld = {
    url: `http://localhost:${port}`,
    server: await start(),
    register: (name) => register(world.url, name),
    signIn: (name) => signInAs(world.url, name),
    async open(person, path = "/", options = {}) {
      const context = await browser.newContext(viewOf(options));
      contexts.push(context);
      if (person !== undefined) await addCookie(context, world.url, person);
      const page = await context.newPage();
      if (options.onComplaint !== undefined) listen(page, options.onComplaint);
      await page.goto(world.url + path);
      return page;
    },
    async restart(how) {
      await world.server[how]();
      world.server = await start();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await world.server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

export function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS });
}

export function viewOf({ colorScheme = "light", phone = false }: ViewOptions) {
  return phone
    ? { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    : { colorScheme, viewport: { width: 1280, height: 800 } };
}

function listen(page: Page, onComplaint: (complaint: string) => void): void {
  page.on("pageerror", (error) => onComplaint(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) onComplaint(`${message.type()}: ${message.text()}`);
  });
  page.on("requestfailed", (request) => onComplaint(`failed: ${request.url()}`));
}

const emailOf = (name: string): string => `${name.toLowerCase()}@example.org`;

async function signInAs(url: string, name: string): Promise<Person> {
  const email = emailOf(name);
  const signedIn = await createApiClient(url).auth.login({ email, password: PASSWORD });
  const token = signedIn.sessionToken;
  return { name, email, userId: signedIn.account?.userId ?? "", token, api: createApiClient(url, token) };
}

async function register(url: string, name: string): Promise<Person> {
  const email = emailOf(name);
  const registered = await createApiClient(url).auth.register({
    email,
    password: PASSWORD,
    name,
    orgName: "Example",
  });
  const token = registered.sessionToken;
  return { name, email, userId: registered.account?.userId ?? "", token, api: createApiClient(url, token) };
}

async function addCookie(context: BrowserContext, url: string, { token }: Person): Promise<void> {
  await context.addCookies([{ name: "chatter_session", value: token, url, httpOnly: true, sameSite: "Lax" }]);
}
