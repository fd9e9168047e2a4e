import type { Actor } from "../../../../kernel/actor.ts";
import type { MessageView } from "../ports.ts";
import type { Saved, SavedAccess, SavedMessages, SavedPlace } from "./ports.ts";

export interface ListSaved {
  readonly done: boolean;
  readonly after?: SavedPlace | undefined;
  readonly limit: number;
}

export interface SavedPage {
  readonly saved: readonly (Saved & { /** Undefined where it was deleted. */ readonly view?: MessageView })[];
  /** Undefined on the last page. */
  readonly next: SavedPlace | undefined;
}

interface ListSavedDeps {
  readonly saved: SavedMessages;
  readonly access: SavedAccess;
}

/**
 * A page of what somebody keeps. The right to read each channel is asked now: what is in one that they left is
 * kept, and shown again when they are back.
 */
export async function listSaved(deps: ListSavedDeps, actor: Actor, query: ListSaved): Promise<SavedPage> {
  const found = await deps.saved.page({ ...query, of: actor.userId });
  const allowed = await deps.access.confirm(actor, [...new Set(found.map(({ channelId }) => channelId))]);
  const visible = found.filter(({ channelId }) => allowed.has(channelId));
  const next = found.length === query.limit ? found.at(-1) : undefined;
  // A page may be all in channels that were left.
  if (visible.length === 0 && next !== undefined) return listSaved(deps, actor, { ...query, after: next });
  const views = await deps.saved.views(
    visible.map(({ messageId }) => messageId),
    actor.userId,
  );
  const byId = new Map(views.map((view) => [view.message.id, view]));
  return {
    saved: visible.map((saved) => {
      const view = byId.get(saved.messageId);
      return { ...saved, ...(view && { view }) };
    }),
    next,
  };
}
