import {
  ChannelArchivedSchema,
  ChannelOpenedSchema,
  MemberRemovedSchema,
  MembersAddedSchema,
} from "../../../../gen/chatter/channel/events/v1/events_pb.js";
import type { PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { publish } from "../../../platform/rpc/events.ts";
import type { ChannelEvent } from "../domain/events.ts";
import { channelToProto } from "./to-proto.ts";

/** What the other contexts are told of an event. */
export function publishedBy(event: ChannelEvent): readonly PublishedEvent[] {
  switch (event.type) {
    case "channel_created":
      return [publish(ChannelOpenedSchema, { channel: channelToProto(event.channel) })];
    case "channel_archived":
    case "channel_unarchived": {
      const archived = event.type === "channel_archived";
      return [publish(ChannelArchivedSchema, { channelId: event.channel.id, archived })];
    }
    case "members_joined": {
      const userIds = event.memberships.map(({ userId }) => userId);
      return [publish(MembersAddedSchema, { channelId: event.channel.id, userIds })];
    }
    case "member_left":
      return [publish(MemberRemovedSchema, { channelId: event.channel.id, userId: event.userId })];
    case "channel_described":
    case "opened_to_groups":
    case "direct_closed":
    case "direct_opened":
    case "member_disabled":
    case "role_changed":
    case "membership_changed":
      return [];
  }
}
