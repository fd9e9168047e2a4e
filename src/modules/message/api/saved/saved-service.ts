import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { SavedService } from "../../../../../gen/chatter/message/v1/saved_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import type { Messages } from "../../application/ports.ts";
import {
  finishSaved,
  type KeepDeps,
  removeSaved,
  saveMessage,
} from "../../application/saved/keep-message.ts";
import { listSaved, type SavedPage } from "../../application/saved/list-saved.ts";
import type { SavedAccess } from "../../application/saved/ports.ts";
import { gateMessage } from "../entrance.ts";
import { viewToProto } from "../to-proto.ts";
import { parseSavedToken, savedToken } from "./page-token.ts";

export interface SavedServiceDeps extends KeepDeps {
  readonly gate: Gate;
  readonly messages: Messages;
  readonly access: SavedAccess;
}

const PAGE = 30;

/** Serves SavedService. */
export function savedRoutes(deps: SavedServiceDeps): (router: ConnectRouter) => void {
  const { gate } = deps;
  const service: ServiceImpl<typeof SavedService> = {
    async saveMessage(request, context) {
      const { actor, target } = await gateMessage(deps, context, "read", request.messageId);
      await saveMessage(deps, actor, target);
      return {};
    },
    async finishSavedMessage(request, context) {
      await finishSaved(deps, await gate.self(context), parseId("msg", request.messageId));
      return {};
    },
    async removeSavedMessage(request, context) {
      await removeSaved(deps, await gate.self(context), parseId("msg", request.messageId));
      return {};
    },
    async listSavedMessages({ done, pageSize = PAGE, pageToken }, context) {
      const actor = await gate.self(context);
      const query = { done, limit: pageSize, after: parseSavedToken(pageToken) };
      return pageToProto(await listSaved(deps, actor, query));
    },
    async listSavedMarks(_request, context) {
      const { userId } = await gate.self(context);
      const marks = await deps.saved.marks(userId);
      return {
        marks: marks.map(({ messageId, doneAt }) => ({ messageId, done: doneAt !== undefined })),
      };
    },
  };
  return (router) => router.service(SavedService, service);
}

function pageToProto({ saved, next }: SavedPage) {
  return {
    saved: saved.map(({ messageId, channelId, savedAt, doneAt, view }) => ({
      messageId,
      channelId,
      savedAt: timestampFromDate(savedAt),
      ...(doneAt && { doneAt: timestampFromDate(doneAt) }),
      ...(view && { message: viewToProto(view) }),
    })),
    nextPageToken: savedToken(next),
  };
}
