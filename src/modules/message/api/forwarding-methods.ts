import type { ServiceImpl } from "@connectrpc/connect";
import type { MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { channelResource } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { forwardMessage } from "../application/forwarding/forward-message.ts";
import { moveMessagesToThread } from "../application/move-to-thread.ts";
import type { Changing, Messages } from "../application/ports.ts";
import type { SendMessageDeps } from "../application/send-message.ts";
import { gateMessage, optionalMessageId } from "./entrance.ts";
import { viewToProto } from "./to-proto.ts";

export interface ForwardingDeps extends SendMessageDeps {
  readonly gate: Gate;
  readonly changing: Changing;
  readonly messages: Messages;
}

/** What brings messages to another place. */
export function forwardingMethods(
  deps: ForwardingDeps,
): Pick<ServiceImpl<typeof MessageService>, "forwardMessage" | "moveToThread"> {
  return {
    async moveToThread(request, context) {
      const { actor, target } = await gateMessage(deps, context, "read", request.threadRootId);
      const messageIds = request.messageIds.map((id) => parseId("msg", id));
      await moveMessagesToThread(deps, actor, {
        messageIds,
        channelId: target.channelId,
        threadRootId: target.messageId,
      });
      return {};
    },
    async forwardMessage({ clientId, comment, ...request }, context) {
      const { actor, target } = await gateMessage(deps, context, "read", request.messageId);
      const channelId = parseId("chn", request.channelId);
      // Whether they may write there is asked once, by the use case, which can tell why not.
      await deps.gate(context, "view", channelResource(channelId));
      const { messageId } = target;
      const threadRootId = optionalMessageId(request.threadRootId);
      const copy = { messageId, channelId, threadRootId, clientId, comment };
      return { message: viewToProto(await forwardMessage(deps, actor, copy)) };
    },
  };
}
