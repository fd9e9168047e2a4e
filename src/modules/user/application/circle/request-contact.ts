import type { Actor } from "../../../../kernel/actor.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import { requestContact as request } from "../../domain/circle.ts";
import { tidy } from "../../domain/text.ts";
import { type ChangePorts, changeCircle, reachPerson } from "./change-circle.ts";

export interface RequestContact {
  readonly userId: UserId;
  readonly note: string;
}

/**
 * Asks somebody to be a contact; who asked the actor before becomes one. Throws PERSON_NOT_FOUND,
 * CONTACT_YOURSELF, PERSON_BLOCKED, REQUESTED_LATELY, TOO_MANY_CONTACTS, TOO_MANY_CONTACT_REQUESTS.
 */
export async function requestContact(
  ports: ChangePorts,
  actor: Actor,
  { userId, note }: RequestContact,
): Promise<void> {
  await reachPerson(ports, actor, userId);
  await changeCircle(ports, actor, userId, (wish, between, sizes) =>
    request({ ...wish, note: tidy(note) }, between, sizes),
  );
}
