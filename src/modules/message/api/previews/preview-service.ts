import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { PreviewService } from "../../../../../gen/chatter/message/v1/preview_pb.js";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import type { DeleteMessageDeps } from "../../application/delete-message.ts";
import type { PreviewSetting, PreviewSettings } from "../../application/previews/ports.ts";
import { setPreviewSetting } from "../../application/previews/preview-setting.ts";
import { removePreview } from "../../application/previews/remove-preview.ts";
import { gateMessage } from "../entrance.ts";

export interface PreviewServiceDeps extends DeleteMessageDeps {
  readonly gate: Gate;
  readonly settings: PreviewSettings;
}

/** Serves PreviewService. */
export function previewRoutes(deps: PreviewServiceDeps): (router: ConnectRouter) => void {
  const { gate, settings } = deps;
  const service: ServiceImpl<typeof PreviewService> = {
    async removePreview({ messageId, url }, context) {
      const { actor, target } = await gateMessage(deps, context, "view", messageId);
      await removePreview(deps, actor, { ...target, url });
      return {};
    },
    async getPreviewSetting(_request, context) {
      const { orgId } = await gate.self(context);
      return { setting: settingToProto(await settings.find(orgId)) };
    },
    async setPreviewSetting({ enabled }, context) {
      const actor = await gate.org(context, "manage");
      return { setting: settingToProto(await setPreviewSetting(deps, actor, enabled)) };
    },
  };
  return (router) => router.service(PreviewService, service);
}

const settingToProto = (setting: PreviewSetting | undefined) => ({
  enabled: setting?.enabled ?? true,
  ...(setting && { changedBy: setting.by, changedAt: timestampFromDate(setting.at) }),
});
