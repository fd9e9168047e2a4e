import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Closings, Permit, WriteAccess, WritePermission } from "./ports.ts";

export interface Right {
  readonly actor: Actor;
  readonly permission: WritePermission;
  readonly channelId: ChannelId;
}

// Each attempt after the first means that somebody lost a right in the channel in between.
const ATTEMPTS = 5;

/**
 * Writes under a permit. A write that finds its permit void was not made, so it is asked for again,
 * past every cache, and tried again: whoever lost the right is refused, all others notice nothing.
 */
export async function permitted<T>(
  { access, closings }: { readonly access: WriteAccess; readonly closings: Closings },
  { actor, permission, channelId }: Right,
  write: (permit: Permit) => Promise<T | "revoked">,
): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const permit = await access.permit(
      actor.userId,
      permission,
      channelId,
      attempt === 1 ? undefined : "fresh",
    );
    if (permit === undefined) {
      const isClosed = await closings.isClosedTo(actor.userId, channelId);
      throw refuse(isClosed ? "PERSON_UNREACHABLE" : "NOT_PERMITTED");
    }
    const result = await write(permit);
    if (result !== "revoked") return result;
  }
  throw refuse("CHANNEL_BUSY");
}
