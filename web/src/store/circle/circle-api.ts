import type { Transport } from "@connectrpc/connect";
import type { StoreApi } from "zustand/vanilla";
import type { ContactRequest as ProtoRequest } from "../../../../gen/chatter/user/v1/contact_pb.js";
import { ContactService } from "../../../../gen/chatter/user/v1/contact_pb.js";
import type { Group as ProtoGroup } from "../../../../gen/chatter/user/v1/group_pb.js";
import { GroupService } from "../../../../gen/chatter/user/v1/group_pb.js";
import { createUnaryClient, type UnaryClient } from "../../api/unary-client.ts";
import { msOf } from "../log/from-proto.ts";
import type { CircleDeps, CircleState, ContactRequest, Group } from "./circle.ts";

export interface CircleApi {
  readonly contacts: UnaryClient<typeof ContactService>;
  readonly groups: UnaryClient<typeof GroupService>;
}

/** Services that only what is opened later needs, so that the first load is without them. */
export const createCircleApi = (transport: Transport): CircleApi => ({
  contacts: createUnaryClient(ContactService, transport),
  groups: createUnaryClient(GroupService, transport),
});

const reading = new WeakMap<StoreApi<CircleState>, number>();

/** Of several that are on their way, the answer to the last one counts. */
export async function readCircle(
  store: StoreApi<CircleState>,
  { transport, heedsOthers }: CircleDeps,
): Promise<void> {
  const turn = (reading.get(store) ?? 0) + 1;
  reading.set(store, turn);
  // Where it fails what is known stays, until the next connection or change.
  const circle = await createCircleApi(transport)
    .contacts.getCircle({})
    .catch(() => undefined);
  if (circle === undefined || reading.get(store) !== turn) return;
  const before = store.getState();
  const after: CircleState = {
    contacts: new Set(circle.contactIds),
    received: circle.received.map(requestFromProto),
    sent: circle.sent.map(requestFromProto),
    blocked: new Set(circle.blockedIds),
    apart: new Set(circle.apartIds),
    groups: new Map(circle.groups.map((group) => [group.id, groupFromProto(group)])),
  };
  store.setState(after, true);
  if (callers(before) !== callers(after)) heedsOthers();
}

/** By whom somebody is called, besides by name, and by whom in vain. */
function callers({ apart, groups }: CircleState): string {
  const mine = [...groups.values()].filter(({ isMine }) => isMine).map(({ id }) => id);
  return [...mine, ...apart].toSorted().join(" ");
}

const requestFromProto = ({ userId, note, at }: ProtoRequest): ContactRequest => ({
  ...{ userId, note },
  at: msOf(at) ?? 0,
});

const groupFromProto = ({ mine, ...proto }: ProtoGroup): Group => {
  const { id, handle, name, description, memberCount } = proto;
  return { id, handle, name, description, memberCount, isMine: mine };
};
