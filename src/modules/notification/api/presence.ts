import { create, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  PresenceChoiceSchema,
  PresenceState as Proto,
} from "../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../kernel/ids.ts";
import type { PresenceChoice, PresenceSetting, PresenceState } from "../domain/presence.ts";

const STATES: Readonly<Record<PresenceState, Proto>> = {
  active: Proto.ACTIVE,
  away: Proto.AWAY,
  offline: Proto.OFFLINE,
  do_not_disturb: Proto.DO_NOT_DISTURB,
};

export const presenceToProto = (state: PresenceState): Proto => STATES[state];

/** What may be chosen; the rules of the request let nothing else through. */
export function settingFromProto(state: Proto): PresenceSetting {
  switch (state) {
    case Proto.ACTIVE:
      return "active";
    case Proto.AWAY:
      return "away";
    case Proto.DO_NOT_DISTURB:
      return "do_not_disturb";
    case Proto.OFFLINE:
    case Proto.UNSPECIFIED:
      return "automatic";
  }
}

export function choiceToProto({ setting, expiresAt }: PresenceChoice) {
  const state = setting === "automatic" ? Proto.UNSPECIFIED : STATES[setting];
  return create(PresenceChoiceSchema, {
    state,
    ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }),
  });
}

/** A choice as a fact in the personal stream of who made it. */
export function choiceEntry(userId: UserId, choice: PresenceChoice, at: Date): Uint8Array {
  const entry = create(EntrySchema, {
    at: timestampFromDate(at),
    actorId: userId,
    body: { case: "presenceChosen", value: { choice: choiceToProto(choice) } },
  });
  return toBinary(EntrySchema, entry);
}
