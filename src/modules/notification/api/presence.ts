import { PresenceState as Proto } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { PresenceSetting, PresenceState } from "../domain/presence.ts";

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
