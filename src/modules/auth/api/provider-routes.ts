import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "../../../kernel/errors.ts";
import type { PlainCall, PlainRoute } from "../../../platform/http/plain-routes.ts";
import { sessionCookie } from "../../../platform/http/session-cookie.ts";
import { readBody } from "../../../platform/rpc/read-body.ts";
import { type ArriveDeps, arriveFromProvider, takeVisit } from "../application/arrive-from-provider.ts";
import { hearLogout } from "../application/hear-logout.ts";
import { beginVisit } from "../application/visit-provider.ts";
import { refuse } from "../domain/errors.ts";
import { visitCookie } from "./visit-cookie.ts";

const FOLDER = "/auth/oidc";
// What providers send is a few kilobytes.
const LONGEST_LOGOUT = 32 * 1024;
const FORM = "application/x-www-form-urlencoded";

/** What browsers and the identity provider itself visit. Where it fails, a browser is shown a page that says why. */
export function providerRoutes(deps: ArriveDeps): readonly PlainRoute[] {
  return [
    { method: "GET", pattern: `${FOLDER}/start`, handle: (_, response, call) => start(deps, response, call) },
    {
      method: "GET",
      pattern: `${FOLDER}/callback`,
      handle: (request, response, call) => comeBack(deps, { request, response, call }),
    },
    {
      method: "POST",
      pattern: `${FOLDER}/back-channel-logout`,
      handle: (request, response) => logOut(deps, request, response),
    },
  ];
}

async function start(deps: ArriveDeps, response: ServerResponse, { query, info }: PlainCall): Promise<void> {
  const login = `${deps.settings.publicUrl}/login`;
  await orTell(response, login, async () => {
    const { url, browser } = await beginVisit(deps, { next: query.get("next"), client: info });
    response.appendHeader("set-cookie", visitCookie.set(browser, info.secure));
    goTo(response, url);
  });
}

interface Return {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly call: PlainCall;
}

async function comeBack(deps: ArriveDeps, { request, response, call }: Return): Promise<void> {
  const { query, info } = call;
  const login = `${deps.settings.publicUrl}/login`;
  response.appendHeader("set-cookie", visitCookie.clear(info.secure));
  await orTell(response, login, async () => {
    const browser = visitCookie.find(request.headers.cookie, info.secure);
    const visit = await takeVisit(deps, { state: query.get("state"), browser });
    await orTell(response, visit.userId === undefined ? login : visit.next, async () => {
      const arrived = await arriveFromProvider(deps, { query, visit, client: info });
      if (arrived === "linked") return goTo(response, visit.next);
      if ("missing" in arrived) return goTo(response, secondStep(login, arrived, visit.next));
      response.appendHeader("set-cookie", sessionCookie(arrived.sessionToken, info.secure));
      goTo(response, visit.next);
    });
  });
}

async function logOut(deps: ArriveDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.headers["content-type"]?.startsWith(FORM)) throw refuse("LOGOUT_TOKEN_INVALID");
  const body = await readBody(request, LONGEST_LOGOUT).catch(() => {
    throw refuse("LOGOUT_TOKEN_INVALID");
  });
  const [token, ...others] = new URLSearchParams(body.toString()).getAll("logout_token");
  if (token === undefined || others.length > 0) throw refuse("LOGOUT_TOKEN_INVALID");
  response.setHeader("cache-control", "no-store");
  await hearLogout(deps, token);
  response.writeHead(200, { "content-length": 0 }).end();
}

/** Servers and logs never see what stands behind the hash. */
function secondStep(
  login: string,
  { token, missing }: { readonly token: string; readonly missing: string },
  next: string,
): string {
  const { pathname, search, hash } = new URL(next);
  const query = new URLSearchParams({ next: pathname + search + hash }).toString();
  return `${login}?${query}#${new URLSearchParams({ [missing]: token }).toString()}`;
}

/** Shows the page with the reason of a refusal, which the client tells in words. */
async function orTell(response: ServerResponse, page: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    goTo(response, `${page}?${new URLSearchParams({ problem: error.reason }).toString()}`);
  }
}

function goTo(response: ServerResponse, url: string): void {
  response.writeHead(303, { location: url, "cache-control": "no-store", "referrer-policy": "no-referrer" });
  response.end();
}
