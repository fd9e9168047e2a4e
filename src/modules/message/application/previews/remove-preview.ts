import type { Actor } from "../../../../kernel/actor.ts";
import { removePreview as remove } from "../../domain/previews.ts";
import { change, type Target } from "../change.ts";
import type { DeleteMessageDeps } from "../delete-message.ts";
import { permissionToTakeAway } from "../delete-message.ts";

export interface RemovePreview extends Target {
  readonly url: string;
}

/** Takes a preview off a message for good. Its author may, and whoever moderates. */
export async function removePreview(
  deps: DeleteMessageDeps,
  actor: Actor,
  { url, ...target }: RemovePreview,
): Promise<void> {
  const permission = await permissionToTakeAway(deps, actor, target);
  await change(deps, { actor, target, permission }, ({ message }, at) =>
    remove(message, actor.userId, url, at),
  );
}
