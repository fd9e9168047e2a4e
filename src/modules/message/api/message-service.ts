import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { HandlerContext, ServiceImpl } from "@connectrpc/connect";
import type { ListMessagesRequest, MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { type MessageId, parseId } from "../../../kernel/ids.ts";
import { channelResource, type Permissions } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import type { MessageApplication } from "../application/application.ts";
import type { Place } from "../application/list-messages.ts";
import { refuse } from "../domain/errors.ts";
import { draftToProto, viewToProto } from "./to-proto.ts";

const PAGE = 50;
const THREAD_PAGE = 100;

export function messageService(app: MessageApplication, gate: Gate): ServiceImpl<typeof MessageService> {
  /** A message is gated by its channel; one that does not exist and one that may not be seen look alike. */
  const gateMessage = async (context: HandlerContext, permission: Permissions["channel"], id: string) => {
    const messageId = parseId("msg", id);
    const channelId = await app.channelOf(messageId);
    if (channelId === undefined) {
      await gate.self(context);
      throw refuse("MESSAGE_NOT_FOUND");
    }
    const actor = await gate(context, permission, channelResource(channelId));
    return { actor, target: { messageId, channelId } };
  };
  const view = async (messageId: MessageId, reader: Parameters<typeof app.getMessage>[1]) =>
    viewToProto(await app.getMessage(messageId, reader));

  return {
    async sendMessage(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "send_message", channelResource(channelId));
      const { messageId } = await app.send(actor, {
        channelId,
        clientId: request.clientId,
        text: request.text,
        threadRootId: optionalMessageId(request.threadRootId),
        alsoInChannel: request.alsoInChannel,
      });
      return { message: await view(messageId, actor.userId) };
    },
    async editMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await app.edit(actor, { ...target, text: request.text });
      return { message: await view(target.messageId, actor.userId) };
    },
    async deleteMessage(request, context) {
      const { actor, target } = await gateMessage(context, "view", request.messageId);
      await app.remove(actor, target);
      return {};
    },
    async addReaction(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await app.addReaction(actor, { ...target, emoji: request.emoji });
      return {};
    },
    async removeReaction(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await app.removeReaction(actor, { ...target, emoji: request.emoji });
      return {};
    },
    async pinMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await app.pin(actor, target);
      return {};
    },
    async unpinMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await app.unpin(actor, target);
      return {};
    },
    async getMessage(request, context) {
      const { actor, target } = await gateMessage(context, "read", request.messageId);
      return { message: await view(target.messageId, actor.userId) };
    },
    async listMessages(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "read", channelResource(channelId));
      const { limit = PAGE } = request;
      const page = await app.listMessages(actor.userId, { channelId, place: placeOf(request), limit });
      return { ...page, messages: page.messages.map(viewToProto) };
    },
    async listThread(request, context) {
      const { actor, target } = await gateMessage(context, "read", request.rootId);
      const page = await app.thread(
        target.messageId,
        { before: request.beforeSeq, limit: request.limit ?? THREAD_PAGE },
        actor.userId,
      );
      if (page === undefined) throw refuse("THREAD_NOT_FOUND");
      const { root, replies, hasOlder, head } = page;
      return { root: viewToProto(root), replies: replies.map(viewToProto), hasOlder, head };
    },
    async listPins(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "read", channelResource(channelId));
      return { messages: (await app.pins(channelId, actor.userId)).map(viewToProto) };
    },
    async listUnread(_request, context) {
      const actor = await gate.self(context);
      return { channels: [...(await app.listUnread(actor.userId))] };
    },
    async saveDraft(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "read", channelResource(channelId));
      const threadRootId = optionalMessageId(request.threadRootId);
      await app.saveDraft(actor, { channelId, threadRootId, text: request.text });
      return {};
    },
    async listDrafts(_request, context) {
      const actor = await gate.self(context);
      return { drafts: (await app.listDrafts(actor.userId)).map(draftToProto) };
    },
  };
}

const optionalMessageId = (text: string): MessageId | undefined =>
  text === "" ? undefined : parseId("msg", text);

function placeOf({ anchor }: ListMessagesRequest): Place {
  switch (anchor.case) {
    case undefined:
      return { kind: "latest" };
    case "beforeSeq":
      return { kind: "before", seq: anchor.value };
    case "afterSeq":
      return { kind: "after", seq: anchor.value };
    case "aroundSeq":
      return { kind: "around", seq: anchor.value };
    case "aroundMessageId":
      return { kind: "around_message", messageId: parseId("msg", anchor.value) };
    case "aroundTime":
      return { kind: "around_time", moment: timestampDate(anchor.value) };
  }
}
