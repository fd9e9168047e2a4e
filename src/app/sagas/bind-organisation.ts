import { ExportRequestedSchema } from "../../../gen/chatter/user/events/v1/events_pb.js";
import { parseId } from "../../kernel/ids.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { UserModule } from "../../modules/user/index.ts";
import type { Subscription } from "../../platform/outbox/event-bus.ts";
import { subscribe } from "../../platform/rpc/events.ts";
import { type BoundSaga, bindSaga, type Workflows } from "../../platform/workflow/workflows.ts";
import { type ExportRun, organisationExport } from "./organisation-export.ts";
import { retention } from "./retention.ts";

/** Undefined is not kept in a journal: a place says null for it. */
export function bindOrganisationExport({ exports }: Pick<UserModule, "exports">): BoundSaga {
  const key = ({ exportId, orgId }: ExportRun) => ({
    id: parseId("exp", exportId),
    orgId: parseId("org", orgId),
  });
  return bindSaga(organisationExport, {
    begin: (run) => exports.begin(key(run)),
    async write({ place: { after, ...place }, ...run }) {
      const next = await exports.continue(key(run), { ...place, after: after ?? undefined });
      return next === undefined ? null : { ...next, after: next.after ?? null };
    },
    finish: (run) => exports.finish(key(run)),
    giveUp: (run) => exports.fail(key(run)),
  });
}

export function bindRetention({ retention: messages }: Pick<MessageModule, "retention">): BoundSaga {
  return bindSaga(retention, {
    async eraseExpired({ orgId, now, after }) {
      const erased = await messages.eraseExpired({
        orgId: parseId("org", orgId),
        now: new Date(now),
        after: after === null ? undefined : parseId("chn", after),
      });
      return { after: erased.after ?? null, more: erased.more };
    },
  });
}

export function organisationExportStart(workflows: Workflows): Subscription {
  return subscribe(ExportRequestedSchema, "saga.organisation-export", ({ exportId, orgId }, { id }) =>
    workflows.start(organisationExport, id, { exportId, orgId }),
  );
}
