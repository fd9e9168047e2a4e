import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { FileService } from "../../../../gen/chatter/file/v1/file_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { fileResource } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { type AccessFileDeps, accessFile } from "../application/access-file.ts";
import { deleteFile } from "../application/delete-file.ts";
import type { FileStore } from "../application/ports.ts";
import { type Limits, leftOf } from "../domain/quota.ts";
import { fileToProto } from "./to-proto.ts";

export interface FileServiceDeps extends AccessFileDeps {
  readonly gate: Gate;
  readonly limits: Limits;
  readonly store: FileStore;
}

export function fileRoutes(deps: FileServiceDeps) {
  return (router: ConnectRouter): void => {
    router.service(FileService, methods(deps));
  };
}

function methods(deps: FileServiceDeps): ServiceImpl<typeof FileService> {
  const { gate, limits, store } = deps;
  return {
    async getUploadLimits(_request, context) {
      const { orgId, userId } = await gate.self(context);
      const usage = await store.usage(orgId, userId);
      return {
        fileBytes: BigInt(limits.file),
        usedBytes: BigInt(usage.person),
        quotaBytes: BigInt(limits.person),
        leftBytes: BigInt(leftOf(limits, usage)),
      };
    },
    async getFile(request, context) {
      const id = parseId("fil", request.fileId);
      const actor = await gate(context, "view", fileResource(id));
      return { file: fileToProto(await accessFile(deps, actor, id)) };
    },
    async deleteFile(request, context) {
      const id = parseId("fil", request.fileId);
      await gate(context, "delete_file", fileResource(id));
      await deleteFile(store, id);
      return {};
    },
  };
}
