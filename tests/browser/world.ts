import { mkdtemp, readdir, rm } from "node:fs/promises";
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
  /** A browser of its own on a profile that outlives it, with the service worker that others are without. */
  openProfile(person: Person, url?: string): Promise<Profile>;
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

/** What one browser keeps on disk. */
export interface Profile {
  /** Starts the browser, without a network if so wished; answers its first page. */
  start(options?: { readonly offline?: boolean; readonly path?: string }): Promise<Page>;
  /** Closes the browser, as a person does. */
  quit(): Promise<void>;
}

export interface ViewOptions {
  readonly colorScheme?: "light" | "dark";
  readonly phone?: boolean;
  /** In pixels; 1280 where nothing is said. */
  readonly width?: number;
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

/** `settings`: of the server, by the address that it is going to have. */
export async function createBrowserWorld(
  settings: (url: string) => Promise<Readonly<Record<string, string>>> = async () => ({}),
): Promise<BrowserWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-browser-"));
  const port = await findFreePort();
  const env = { REGISTRATION: "open", ...(await settings(`http://localhost:${port}`)) };
  const start = () => startServer({ dataDir, port, env });
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  const profiles: (Profile & AsyncDisposable)[] = [];
  const world: BrowserWorld = {
    url: `http://localhost:${port}`,
    server: await start(),
    register: (name) => register(world.url, name),
    signIn: (name) => signInAs(world.url, name),
    async open(person, path = "/", options = {}) {
      // Whoever listens for complaints wants to hear those about the service worker; others are quicker without.
      const serviceWorkers = options.onComplaint === undefined ? "block" : "allow";
      const context = await browser.newContext({ ...viewOf(options), serviceWorkers });
      contexts.push(context);
      if (person !== undefined) await addCookie(context, world.url, person);
      const page = await context.newPage();
      if (options.onComplaint !== undefined) listen(page, options.onComplaint);
      await page.goto(world.url + path);
      return page;
    },
    async openProfile(person, url = world.url) {
      const profile = await createProfile(url, person);
      profiles.push(profile);
      return profile;
    },
    async restart(how) {
      await world.server[how]();
      world.server = await start();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await Promise.all(profiles.map((profile) => profile[Symbol.asyncDispose]()));
      await browser.close();
      await world.server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

async function createProfile(url: string, person: Person): Promise<Profile & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "chatter-profile-"));
  let context: BrowserContext | undefined;
  const quit = async () => {
    await context?.close();
    context = undefined;
  };
  return {
    async start({ offline = false, path = "/" } = {}) {
      const isFirst = context === undefined && (await readdir(folder)).length === 0;
      context = await chromium.launchPersistentContext(folder, { executablePath, args: FLAGS });
      if (isFirst) await addCookie(context, url, person);
      await context.setOffline(offline);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(url + path);
      return page;
    },
    quit,
    async [Symbol.asyncDispose]() {
      await quit();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function viewOf({ colorScheme = "light", phone = false, width = 1280 }: ViewOptions) {
  return phone
    ? { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    : { colorScheme, viewport: { width, height: 800 } };
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
  const expires = Date.now() / 1_000 + 86_400;
  const cookie = { name: "chatter_session", value: token, url, httpOnly: true, sameSite: "Lax" } as const;
  await context.addCookies([{ ...cookie, expires }]);
}
