import { create, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../kernel/ids.ts";
import type { Append } from "../../../platform/stream/streams.ts";
import type { UserEvent } from "../domain/events.ts";
import { preferencesToProto } from "./to-proto.ts";

/** Has the devices of a person read anew whom they know; it tells nobody what changed, nor by whom. */
export function circleChanged(userId: UserId, at: Date): Append {
  const entry = create(EntrySchema, {
    at: timestampFromDate(at),
    actorId: userId,
    body: { case: "circleChanged", value: {} },
  });
  return { stream: userId, entry: toBinary(EntrySchema, entry) };
}

/** An event as facts in the personal streams of those whom it concerns. */
export function entriesOf(event: UserEvent): readonly Append[] {
  if (event.type !== "preferences_changed") return [];
  const { userId, at, preferences } = event;
  const entry = create(EntrySchema, {
    at: timestampFromDate(at),
    actorId: userId,
    body: { case: "preferencesChanged", value: { preferences: preferencesToProto(preferences) } },
  });
  return [{ stream: userId, entry: toBinary(EntrySchema, entry) }];
}
