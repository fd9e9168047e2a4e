import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import * as proto from "../../../../gen/chatter/user/v1/export_pb.js";
import { isId, parseId } from "../../../kernel/ids.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { type CancelExportDeps, cancelExport } from "../application/export/cancel-export.ts";
import { type StartExportDeps, startExport } from "../application/export/start-export.ts";
import { refuse } from "../domain/errors.ts";
import type { ExportScope, ExportState, OrgExport } from "../domain/export.ts";
import { exportPath } from "./export-route.ts";

export interface ExportServiceDeps extends StartExportDeps, CancelExportDeps {
  readonly gate: Gate;
}

const PAGE = 20;

/** Serves ExportService. */
export function exportRoutes(deps: ExportServiceDeps): (router: ConnectRouter) => void {
  const { gate, exports } = deps;
  const service: ServiceImpl<typeof proto.ExportService> = {
    async startExport({ scope }, context) {
      const actor = await gate.org(context, "export");
      const wish = scope === proto.ExportScope.EVERYTHING ? "everything" : "public";
      return { export: exportToProto(await startExport(deps, actor, wish)) };
    },
    async listExports({ pageSize = PAGE, pageToken }, context) {
      const { orgId } = await gate.org(context, "export");
      if (pageToken !== "" && !isId("exp", pageToken)) throw refuse("PAGE_TOKEN_MALFORMED");
      const before = pageToken === "" ? undefined : pageToken;
      const found = await exports.list(orgId, before, pageSize + 1);
      const page = found.slice(0, pageSize);
      const nextPageToken = found.length > pageSize ? (page.at(-1)?.id ?? "") : "";
      return { exports: page.map(exportToProto), nextPageToken };
    },
    async cancelExport({ exportId }, context) {
      const { orgId } = await gate.org(context, "export");
      return { export: exportToProto(await cancelExport(deps, orgId, parseId("exp", exportId))) };
    },
  };
  return (router) => router.service(proto.ExportService, service);
}

const SCOPES: Readonly<Record<ExportScope, proto.ExportScope>> = {
  public: proto.ExportScope.PUBLIC,
  everything: proto.ExportScope.EVERYTHING,
};

const STATES: Readonly<Record<ExportState, proto.ExportState>> = {
  running: proto.ExportState.RUNNING,
  ready: proto.ExportState.READY,
  canceled: proto.ExportState.CANCELED,
  failed: proto.ExportState.FAILED,
  expired: proto.ExportState.EXPIRED,
};

function exportToProto(one: OrgExport) {
  const { endedAt, expiresAt, downloadedAt } = one;
  return {
    id: one.id,
    scope: SCOPES[one.scope],
    state: STATES[one.state],
    askedBy: one.askedBy,
    askedAt: timestampFromDate(one.askedAt),
    channels: BigInt(one.channels),
    channelsDone: BigInt(one.channelsDone),
    messages: BigInt(one.messages),
    bytes: BigInt(one.bytes),
    downloads: one.downloads,
    downloadPath: one.state === "ready" ? exportPath(one.id) : "",
    ...(endedAt && { endedAt: timestampFromDate(endedAt) }),
    ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }),
    ...(downloadedAt && { downloadedAt: timestampFromDate(downloadedAt) }),
  };
}
