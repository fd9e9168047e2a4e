import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { PollService } from "../../../../../gen/chatter/message/v1/poll_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import { channelResource } from "../../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import type { DeleteMessageDeps } from "../../application/delete-message.ts";
import { addPollOption, closePoll } from "../../application/polls/change-poll.ts";
import { listVoters } from "../../application/polls/list-voters.ts";
import type { Votes } from "../../application/polls/ports.ts";
import { vote } from "../../application/polls/vote.ts";
import { type SendMessageDeps, sendMessage } from "../../application/send-message.ts";
import { gateMessage, optionalMessageId } from "../entrance.ts";
import { viewToProto } from "../to-proto.ts";

export interface PollServiceDeps extends SendMessageDeps, DeleteMessageDeps {
  readonly gate: Gate;
  readonly votes: Votes;
  readonly messages: DeleteMessageDeps["messages"];
}

/** Serves PollService. */
export function pollRoutes(deps: PollServiceDeps): (router: ConnectRouter) => void {
  const service: ServiceImpl<typeof PollService> = {
    async startPoll({ question, closesAt, clientId, ...request }, context) {
      const channelId = parseId("chn", request.channelId);
      // Whether they may write is asked once, by the use case, which can tell why not.
      const actor = await deps.gate(context, "view", channelResource(channelId));
      const { options, multiple, anonymous, open } = request;
      const sent = await sendMessage(deps, actor, {
        ...{ channelId, clientId, text: question },
        threadRootId: optionalMessageId(request.threadRootId),
        alsoInChannel: false,
        poll: { options, multiple, anonymous, open, closesAt: closesAt && timestampDate(closesAt) },
      });
      return { message: viewToProto(sent) };
    },
    async vote({ messageId, optionIds }, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", messageId);
      await vote(deps, actor, { ...target, optionIds });
      return {};
    },
    async getVote({ messageId }, context) {
      const { actor, target } = await gateMessage(deps, context, "read", messageId);
      return { optionIds: [...(await deps.votes.of(target.messageId, actor.userId))] };
    },
    async listVoters({ messageId, optionId }, context) {
      const { actor, target } = await gateMessage(deps, context, "read", messageId);
      return { userIds: [...(await listVoters(deps, actor, { ...target, optionId }))] };
    },
    async addPollOption({ messageId, text }, context) {
      const { actor, target } = await gateMessage(deps, context, "send_message", messageId);
      await addPollOption(deps, actor, { ...target, text });
      return {};
    },
    async closePoll({ messageId }, context) {
      const { actor, target } = await gateMessage(deps, context, "view", messageId);
      await closePoll(deps, actor, target);
      return {};
    },
  };
  return (router) => router.service(PollService, service);
}
