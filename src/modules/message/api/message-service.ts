import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, HandlerContext, ServiceImpl } from "@connectrpc/connect";
import { type ListMessagesRequest, MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { type MessageId, parseId, type UserId } from "../../../kernel/ids.ts";
import { channelResource, type Permissions } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { deleteMessage } from "../application/delete-message.ts";
import { editMessage } from "../application/edit-message.ts";
import { getMessage } from "../application/get-message.ts";
import { listMessages, type Place } from "../application/list-messages.ts";
import { listUnread } from "../application/list-unread.ts";
import { pinMessage, unpinMessage } from "../application/pin-message.ts";
import type { Changing, Drafts, Memberships, Messages } from "../application/ports.ts";
import { addReaction, removeReaction } from "../application/react.ts";
import { saveDraft } from "../application/save-draft.ts";
import { type SendMessageDeps, sendMessage } from "../application/send-message.ts";
import { refuse } from "../domain/errors.ts";
import { draftToProto, viewToProto } from "./to-proto.ts";

export interface MessageServiceDeps extends SendMessageDeps {
  readonly gate: Gate;
  readonly memberships: Memberships;
  readonly changing: Changing;
  readonly messages: Messages;
  readonly drafts: Drafts;
}

const PAGE = 50;
const THREAD_PAGE = 100;

export const messageRoutes = (deps: MessageServiceDeps) => (router: ConnectRouter) =>
  router.service(MessageService, messageService(deps));

function messageService(deps: MessageServiceDeps): ServiceImpl<typeof MessageService> {
  const { gate, messages, drafts } = deps;
  /** A message is gated by its channel; one that does not exist and one that may not be seen look alike. */
  const gateMessage = async (context: HandlerContext, permission: Permissions["channel"], id: string) => {
    const messageId = parseId("msg", id);
    const channelId = await messages.channelOf(messageId);
    if (channelId === undefined) {
      await gate.self(context);
      throw refuse("MESSAGE_NOT_FOUND");
    }
    const actor = await gate(context, permission, channelResource(channelId));
    return { actor, target: { messageId, channelId } };
  };
  const view = async (messageId: MessageId, reader: UserId) =>
    viewToProto(await getMessage(deps, messageId, reader));

  return {
    async sendMessage(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "send_message", channelResource(channelId));
      const sent = await sendMessage(deps, actor, {
        channelId,
        clientId: request.clientId,
        text: request.text,
        threadRootId: optionalMessageId(request.threadRootId),
        alsoInChannel: request.alsoInChannel,
      });
      return { message: viewToProto(sent) };
    },
    async editMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await editMessage(deps, actor, { ...target, text: request.text });
      return { message: await view(target.messageId, actor.userId) };
    },
    async deleteMessage(request, context) {
      const { actor, target } = await gateMessage(context, "view", request.messageId);
      await deleteMessage(deps, actor, target);
      return {};
    },
    async addReaction(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await addReaction(deps, actor, { ...target, emoji: request.emoji });
      return {};
    },
    async removeReaction(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await removeReaction(deps, actor, { ...target, emoji: request.emoji });
      return {};
    },
    async pinMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await pinMessage(deps, actor, target);
      return {};
    },
    async unpinMessage(request, context) {
      const { actor, target } = await gateMessage(context, "send_message", request.messageId);
      await unpinMessage(deps, actor, target);
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
      const page = await listMessages(deps, actor.userId, { channelId, place: placeOf(request), limit });
      return { ...page, messages: page.messages.map(viewToProto) };
    },
    async listThread(request, context) {
      const { actor, target } = await gateMessage(context, "read", request.rootId);
      const page = await messages.thread(
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
      return { messages: (await messages.pins(channelId, actor.userId)).map(viewToProto) };
    },
    async listUnread(_request, context) {
      const actor = await gate.self(context);
      return { channels: [...(await listUnread(deps, actor.userId))] };
    },
    async saveDraft(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "read", channelResource(channelId));
      const threadRootId = optionalMessageId(request.threadRootId);
      await saveDraft(deps, actor, { channelId, threadRootId, text: request.text });
      return {};
    },
    async listDrafts(_request, context) {
      const actor = await gate.self(context);
      return { drafts: (await drafts.list(actor.userId)).map(draftToProto) };
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
