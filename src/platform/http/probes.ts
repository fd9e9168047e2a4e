import { createHash, timingSafeEqual } from "node:crypto";
import type { Metrics } from "../telemetry/metrics.ts";
import { answerJson, answerText } from "./answers.ts";
import type { PlainRoute } from "./plain-routes.ts";

/** By name of what is needed to serve; a check that rejects, or does not answer in time, has failed. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

const CHECK_MS = 2_000;

/** The names of the checks that fail now. */
export async function findUnready(checks: ReadinessChecks): Promise<string[]> {
  const names = Object.keys(checks);
  const results = await Promise.allSettled(Object.values(checks).map((check) => inTime(check())));
  return names.filter((_, index) => results[index]?.status === "rejected");
}

async function inTime(check: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too late")), CHECK_MS);
  try {
    await Promise.race([check, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Is the process alive; can it serve. The answers name what fails, never why: that is in the log. */
export function probeRoutes(unready: () => Promise<readonly string[]>): PlainRoute[] {
  return [
    {
      method: "GET",
      pattern: "/healthz",
      handle: (_request, response) => answerText(response, 200, "ok\n"),
    },
    {
      // For whoever sets a proxy up: whether what it says about the client arrives, and only that.
      method: "GET",
      pattern: "/healthz/caller",
      handle(_request, response, { info: { address, host, secure } }) {
        answerJson(response, 200, { address, host, secure });
      },
    },
    {
      method: "GET",
      pattern: "/readyz",
      async handle(_request, response) {
        const failing = await unready();
        answerJson(response, failing.length === 0 ? 200 : 503, {
          ready: failing.length === 0,
          failing,
        });
      },
    },
  ];
}

/** For Prometheus; with a token, only for whoever sends it as `Authorization: Bearer`. */
export function metricsRoute(metrics: Metrics, token: string | undefined): PlainRoute {
  return {
    method: "GET",
    pattern: "/metrics",
    async handle(request, response) {
      if (token !== undefined && !isSame(request.headers.authorization, `Bearer ${token}`)) {
        response.setHeader("www-authenticate", "Bearer");
        return answerText(response, 401, "A token is needed.\n");
      }
      response.setHeader("content-type", metrics.contentType);
      response.end(await metrics.metrics());
    },
  };
}

/** Takes as long for a wrong secret as for the right one. */
function isSame(given: string | undefined, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given ?? ""), digest(wanted));
}
