import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  FlagChangeSchema,
  FlagSchema,
  RolloutSchema,
  type Rollout as WireRollout,
} from "../../../../gen/chatter/admin/v1/admin_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { FlagChange } from "../../../platform/flags/change-store.ts";
import type { Rollout } from "../../../platform/flags/flag.ts";
import type { KnownFlag } from "../../../platform/flags/flags.ts";
import type { AdminServiceDeps, Service } from "./entrance.ts";

/** The methods about what is done one way for some and another way for others. */
export function flagMethods({ gate, flags }: AdminServiceDeps): Pick<Service, "listFlags" | "setFlag"> {
  return {
    async listFlags(_request, context) {
      const { orgId } = await gate.org(context, "manage");
      return { flags: (await flags.list(orgId)).map(flagToProto) };
    },
    async setFlag({ name, rollout }, context) {
      const actor = await gate.org(context, "manage");
      await flags.set(actor, name, rolloutFromProto(rollout));
      return {};
    },
  };
}

function rolloutFromProto({
  percent = 0,
  onUserIds = [],
  offUserIds = [],
}: Partial<WireRollout> = {}): Rollout {
  const people = (ids: readonly string[]) => ids.map((id) => parseId("usr", id));
  return { percent, onFor: people(onUserIds), offFor: people(offUserIds) };
}

function flagToProto({ name, purpose, rollout, changes }: KnownFlag) {
  return create(FlagSchema, {
    name,
    purpose,
    rollout: rolloutToProto(rollout),
    changes: changes.map(changeToProto),
  });
}

function changeToProto({ changedBy, changedAt, ...rollout }: FlagChange) {
  return create(FlagChangeSchema, {
    rollout: rolloutToProto(rollout),
    changedBy,
    changedAt: timestampFromDate(changedAt),
  });
}

function rolloutToProto({ percent, onFor, offFor }: Rollout) {
  return create(RolloutSchema, { percent, onUserIds: [...onFor], offUserIds: [...offFor] });
}
