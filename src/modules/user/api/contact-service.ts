import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { ContactService } from "../../../../gen/chatter/user/v1/contact_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { answerRequest, withdrawRequest } from "../application/circle/answer-request.ts";
import { blockPerson, removeContact, unblockPerson } from "../application/circle/block-person.ts";
import type { CirclePorts } from "../application/circle/ports.ts";
import { requestContact } from "../application/circle/request-contact.ts";
import { listGroups } from "../application/groups/list-groups.ts";
import type { ContactRequest } from "../domain/circle.ts";
import { groupToProto } from "./group-service.ts";

export interface ContactServiceDeps extends CirclePorts {
  readonly gate: Gate;
}

/** Serves ContactService. */
export function contactRoutes(deps: ContactServiceDeps): (router: ConnectRouter) => void {
  const { gate, circles } = deps;
  const service: ServiceImpl<typeof ContactService> = {
    async getCircle(_request, context) {
      const actor = await gate.org(context, "access");
      const [circle, groups] = await Promise.all([circles.find(actor.userId), listGroups(deps, actor)]);
      return {
        contactIds: [...circle.contacts],
        received: circle.received.map((request) => requestToProto(request, request.from)),
        sent: circle.sent.map((request) => requestToProto(request, request.to)),
        blockedIds: [...circle.blocked],
        apartIds: [...circle.apart],
        groups: groups.map(groupToProto),
      };
    },
    ...changingMethods(deps),
  };
  return (router) => router.service(ContactService, service);
}

function changingMethods(deps: ContactServiceDeps): Omit<ServiceImpl<typeof ContactService>, "getCircle"> {
  const { gate } = deps;
  return {
    async blockPerson({ userId }, context) {
      await blockPerson(deps, await gate.org(context, "access"), parseId("usr", userId));
      return {};
    },
    async unblockPerson({ userId }, context) {
      await unblockPerson(deps, await gate.org(context, "access"), parseId("usr", userId));
      return {};
    },
    async requestContact({ userId, note }, context) {
      const actor = await gate.org(context, "access");
      await requestContact(deps, actor, { userId: parseId("usr", userId), note });
      return {};
    },
    async withdrawRequest({ userId }, context) {
      await withdrawRequest(deps, await gate.org(context, "access"), parseId("usr", userId));
      return {};
    },
    async answerRequest({ userId, accept }, context) {
      const actor = await gate.org(context, "access");
      await answerRequest(deps, actor, { userId: parseId("usr", userId), accept });
      return {};
    },
    async removeContact({ userId }, context) {
      await removeContact(deps, await gate.org(context, "access"), parseId("usr", userId));
      return {};
    },
  };
}

const requestToProto = ({ note, at }: ContactRequest, userId: string) => ({
  userId,
  note,
  at: timestampFromDate(at),
});
