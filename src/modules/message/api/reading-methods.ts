import { timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import type { ListMessagesRequest, MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { channelResource } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { getMessage } from "../application/get-message.ts";
import { listMessages, type Place } from "../application/list-messages.ts";
import { listUnread } from "../application/list-unread.ts";
import type { Circles, Drafts, Memberships, Messages, Versions } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import { gateMessage } from "./entrance.ts";
import { draftToProto, unreadToProto, viewToProto } from "./to-proto.ts";

export interface ReadingDeps {
  readonly gate: Gate;
  readonly memberships: Memberships;
  readonly circles: Circles;
  readonly messages: Messages;
  readonly versions: Versions;
  readonly drafts: Drafts;
}

type ReadingMethods = Pick<
  ServiceImpl<typeof MessageService>,
  "getMessage" | "listVersions" | "listMessages" | "listThread" | "listPins" | "listUnread" | "listDrafts"
>;

const PAGE = 50;
const THREAD_PAGE = 100;
const MOST_VERSIONS = 50;

export function readingMethods(deps: ReadingDeps): ReadingMethods {
  return {
    async getMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "read", request.messageId);
      return { message: viewToProto(await getMessage(deps, target.messageId, actor.userId)) };
    },
    async listVersions(request, context) {
      const { target } = await gateMessage(deps, context, "read", request.messageId);
      const versions = await deps.versions.latest(target.messageId, MOST_VERSIONS);
      return {
        versions: versions.map(({ text, writtenAt }) => ({ text, writtenAt: timestampFromDate(writtenAt) })),
      };
    },
    async listMessages(request, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await deps.gate(context, "read", channelResource(channelId));
      const { limit = PAGE } = request;
      const page = await listMessages(deps, actor.userId, { channelId, place: placeOf(request), limit });
      return { ...page, messages: page.messages.map(viewToProto) };
    },
    async listThread(request, context) {
      const { actor, target } = await gateMessage(deps, context, "read", request.rootId);
      const page = await deps.messages.thread(
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
      const actor = await deps.gate(context, "read", channelResource(channelId));
      return { messages: (await deps.messages.pins(channelId, actor.userId)).map(viewToProto) };
    },
    async listUnread(_request, context) {
      const actor = await deps.gate.self(context);
      return { channels: (await listUnread(deps, actor.userId)).map(unreadToProto) };
    },
    async listDrafts(_request, context) {
      const actor = await deps.gate.self(context);
      return { drafts: (await deps.drafts.list(actor.userId)).map(draftToProto) };
    },
  };
}

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
