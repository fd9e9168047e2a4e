import type { ServiceImpl } from "@connectrpc/connect";
import type { MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { channelResource } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { deleteMessage } from "../application/delete-message.ts";
import { editMessage } from "../application/edit-message.ts";
import { getMessage } from "../application/get-message.ts";
import { pinMessage, unpinMessage } from "../application/pin-message.ts";
import type { Changing, Drafts, Forwards, Messages } from "../application/ports.ts";
import { addReaction, removeReaction } from "../application/react.ts";
import { saveDraft } from "../application/save-draft.ts";
import { type SendMessageDeps, sendMessage } from "../application/send-message.ts";
import { gateMessage, optionalMessageId } from "./entrance.ts";
import { viewToProto } from "./to-proto.ts";

export interface WritingDeps extends SendMessageDeps {
  readonly gate: Gate;
  readonly changing: Changing;
  readonly messages: Messages;
  readonly drafts: Drafts;
  readonly forwards: Forwards;
}

type WritingMethods = Pick<
  ServiceImpl<typeof MessageService>,
  | "sendMessage"
  | "editMessage"
  | "deleteMessage"
  | "addReaction"
  | "removeReaction"
  | "pinMessage"
  | "unpinMessage"
  | "saveDraft"
>;

export function writingMethods(deps: WritingDeps): WritingMethods {
  return {
    async sendMessage(request, context) {
      const channelId = parseId("chn", request.channelId);
      // Whether they may write is asked once, by the use case, which can tell why not.
      const actor = await deps.gate(context, "view", channelResource(channelId));
      const sent = await sendMessage(deps, actor, {
        channelId,
        clientId: request.clientId,
        text: request.text,
        threadRootId: optionalMessageId(request.threadRootId),
        alsoInChannel: request.alsoInChannel,
        fileIds: request.fileIds.map((id) => parseId("fil", id)),
      });
      return { message: viewToProto(sent) };
    },
    async editMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", request.messageId);
      await editMessage(deps, actor, { ...target, text: request.text });
      return { message: viewToProto(await getMessage(deps, target.messageId, actor.userId)) };
    },
    async deleteMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "view", request.messageId);
      await deleteMessage(deps, actor, target);
      return {};
    },
    async addReaction(request, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", request.messageId);
      await addReaction(deps, actor, { ...target, emoji: request.emoji });
      return {};
    },
    async removeReaction(request, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", request.messageId);
      await removeReaction(deps, actor, { ...target, emoji: request.emoji });
      return {};
    },
    async pinMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", request.messageId);
      await pinMessage(deps, actor, target);
      return {};
    },
    async unpinMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", request.messageId);
      await unpinMessage(deps, actor, target);
      return {};
    },
    async saveDraft(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await deps.gate(context, "read", channelResource(channelId));
      const threadRootId = optionalMessageId(request.threadRootId);
      await saveDraft(deps, actor, { channelId, threadRootId, text: request.text });
      return {};
    },
  };
}
