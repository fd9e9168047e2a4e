import { type Timestamp, timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { ScheduleService } from "../../../../../gen/chatter/message/v1/schedule_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import { channelResource } from "../../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import {
  editScheduled,
  type ScheduleDeps,
  scheduleMessage,
} from "../../application/scheduled/schedule-message.ts";
import { type SendScheduledDeps, sendScheduledNow } from "../../application/scheduled/send-scheduled.ts";
import type { Scheduled } from "../../domain/scheduled.ts";
import { optionalMessageId } from "../entrance.ts";

export interface ScheduleServiceDeps extends ScheduleDeps, SendScheduledDeps {
  readonly gate: Gate;
}

/** Serves ScheduleService. */
export function scheduleRoutes(deps: ScheduleServiceDeps): (router: ConnectRouter) => void {
  const { gate, scheduled } = deps;
  const service: ServiceImpl<typeof ScheduleService> = {
    async scheduleMessage({ text, alsoInChannel, ...request }, context) {
      const channelId = parseId("chn", request.channelId);
      const actor = await gate(context, "send_message", channelResource(channelId));
      const threadRootId = optionalMessageId(request.threadRootId);
      const wish = { channelId, threadRootId, alsoInChannel, text, sendAt: moment(request.sendAt) };
      return { scheduled: toProto(await scheduleMessage(deps, actor, wish)) };
    },
    async listScheduledMessages(_request, context) {
      const { userId } = await gate.self(context);
      return { scheduled: (await scheduled.list(userId)).map(toProto) };
    },
    async editScheduledMessage({ scheduledId, text, sendAt }, context) {
      const actor = await gate.self(context);
      const wish = { id: parseId("sch", scheduledId), text, sendAt: moment(sendAt) };
      return { scheduled: toProto(await editScheduled(deps, actor, wish)) };
    },
    async deleteScheduledMessage({ scheduledId }, context) {
      const { userId } = await gate.self(context);
      await scheduled.remove(userId, parseId("sch", scheduledId));
      return {};
    },
    async sendScheduledMessageNow({ scheduledId }, context) {
      await sendScheduledNow(deps, await gate.self(context), parseId("sch", scheduledId));
      return {};
    },
  };
  return (router) => router.service(ScheduleService, service);
}

function moment(at: Timestamp | undefined): Date {
  if (at === undefined) throw new Error("the contract requires a moment");
  return timestampDate(at);
}

const toProto = ({ sendAt, threadRootId, failure = "", ...scheduled }: Scheduled) => ({
  ...scheduled,
  ...(threadRootId !== undefined && { threadRootId }),
  failure,
  sendAt: timestampFromDate(sendAt),
});
