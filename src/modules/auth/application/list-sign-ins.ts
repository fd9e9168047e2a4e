import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import type { SignIn } from "../domain/sign-in.ts";
import type { AuthPorts } from "./ports.ts";

export interface SignInPage {
  /** The latest first. */
  readonly signIns: readonly SignIn[];
  /** Where the next page begins; undefined at the end. */
  readonly next: bigint | undefined;
}

/** `userId`: whose; undefined: everybody's in the organisation. */
export async function listSignIns(
  { store }: Pick<AuthPorts, "store">,
  { orgId }: Actor,
  {
    userId,
    before,
    limit,
  }: {
    readonly userId: UserId | undefined;
    readonly before: bigint | undefined;
    readonly limit: number;
  },
): Promise<SignInPage> {
  const found = await store.read.listSignIns({ orgId, userId, before, limit: limit + 1 });
  const signIns = found.slice(0, limit);
  return { signIns, next: found.length > limit ? signIns.at(-1)?.id : undefined };
}
