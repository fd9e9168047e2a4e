import type { HandlerContext } from "@connectrpc/connect";
import { type MessageId, parseId } from "../../../kernel/ids.ts";
import { channelResource, type Permissions } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import type { Messages } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";

/** A message is gated by its channel; one that does not exist and one that may not be seen look alike. */
export async function gateMessage(
  { gate, messages }: { readonly gate: Gate; readonly messages: Pick<Messages, "channelOf"> },
  context: HandlerContext,
  permission: Permissions["channel"],
  id: string,
) {
  const messageId = parseId("msg", id);
  const channelId = await messages.channelOf(messageId);
  if (channelId === undefined) {
    await gate.self(context);
    throw refuse("MESSAGE_NOT_FOUND");
  }
  const actor = await gate(context, permission, channelResource(channelId));
  return { actor, target: { messageId, channelId } };
}

export const optionalMessageId = (text: string): MessageId | undefined =>
  text === "" ? undefined : parseId("msg", text);
