import type { Actor } from "../../../../kernel/actor.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import { answerRequest as answer, withdrawRequest as withdraw } from "../../domain/circle.ts";
import { type ChangePorts, changeCircle } from "./change-circle.ts";

/** Accepts or declines what somebody asked. Throws REQUEST_NOT_FOUND, TOO_MANY_CONTACTS. */
export function answerRequest(
  ports: ChangePorts,
  actor: Actor,
  { userId, accept }: { readonly userId: UserId; readonly accept: boolean },
): Promise<void> {
  return changeCircle(ports, actor, userId, (wish, between, sizes) =>
    answer({ ...wish, accept }, between, sizes),
  );
}

/** Throws REQUEST_NOT_FOUND. */
export function withdrawRequest(ports: ChangePorts, actor: Actor, userId: UserId): Promise<void> {
  return changeCircle(ports, actor, userId, (_wish, between) => withdraw(between));
}
