/** Why the way by the identity provider ended here, as the address tells it. */
export interface Problem {
  readonly problem?: string | undefined;
}

/** Reads a reason, which is shown in words of our own or not at all. */
export function readProblem({ problem }: Readonly<Record<string, unknown>>): Problem {
  return typeof problem === "string" && /^[A-Z_]{1,64}$/.test(problem) ? { problem } : {};
}
