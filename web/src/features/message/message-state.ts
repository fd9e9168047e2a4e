import type { CircleState } from "../../store/circle/circle.ts";
import { calls, type Message } from "../../store/log/message.ts";

export function isDeleted({ deletedAt }: Message): boolean {
  return deletedAt !== undefined;
}

/** Whether anything can be done with it: it is posted, and still there. */
export function isLive({ sending, deletedAt }: Message): boolean {
  return sending === undefined && deletedAt === undefined;
}

/** Whether it calls the reader and is still there. */
export function mentionsMe(message: Message, me: string, circle: CircleState): boolean {
  return !isDeleted(message) && calls(me, message, circle);
}
