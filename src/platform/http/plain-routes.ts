import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "../../kernel/actor.ts";
import type { RequestInfo } from "./request-info.ts";

/** A request beside the RPCs, such as a picture that a browser shows. */
export interface PlainRoute {
  /** GET also answers HEAD. */
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  /** Literal parts and named ones, such as /avatars/:user/:hash. */
  readonly pattern: string;
  /** A DomainError that it throws is answered by its kind, as JSON. */
  handle(request: IncomingMessage, response: ServerResponse, call: PlainCall): Promise<void> | void;
}

/** What is known about a request that is not an RPC. */
export interface Asker {
  readonly info: RequestInfo;
  /** Who asks, as far as the credentials tell; undefined is to be refused by what is not for everybody. */
  actor(): Promise<Actor | undefined>;
}

export interface PlainCall extends Asker {
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface FoundRoute {
  readonly route: PlainRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** Undefined where no pattern fits; the methods that are allowed where only the method does not. */
export type FindRoute = (method: string, path: string) => FoundRoute | readonly string[] | undefined;

export function createRouteFinder(routes: readonly PlainRoute[]): FindRoute {
  const patterns = routes.map((route) => ({ route, parts: route.pattern.split("/") }));
  return (method, path) => {
    const parts = path.split("/").map(decode);
    const fitting = patterns.flatMap((pattern) => {
      const params = matchParts(pattern.parts, parts);
      return params === undefined ? [] : [{ route: pattern.route, params }];
    });
    if (fitting.length === 0) return undefined;
    return fitting.find(({ route }) => answers(route, method)) ?? fitting.map(({ route }) => route.method);
  };
}

function answers(route: PlainRoute, method: string): boolean {
  return route.method === method || (route.method === "GET" && method === "HEAD");
}

function matchParts(pattern: readonly string[], parts: readonly (string | undefined)[]) {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = parts[index];
    if (wanted.startsWith(":") && given) params[wanted.slice(1)] = given;
    else if (given !== wanted) return undefined;
  }
  return params;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // Malformed escapes fit no pattern.
    return undefined;
  }
}
