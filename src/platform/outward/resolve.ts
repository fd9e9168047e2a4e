import { Resolver } from "node:dns/promises";

/** All addresses of a name, of both families; none where there is no such name. */
export type Resolve = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * Asks the name servers of the machine directly. The usual look-up of the system takes a thread of a pool of
 * four which passwords and files share; a name server that never answers would hold it.
 */
export const resolveByDns: Resolve = async (name, signal) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener("abort", cancel);
  try {
    const families = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    signal.throwIfAborted();
    return families.flatMap((family) => (family.status === "fulfilled" ? family.value : []));
  } finally {
    signal.removeEventListener("abort", cancel);
  }
};
