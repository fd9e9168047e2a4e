import { timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { NotificationSettingsService } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import type { Clock } from "../../../../kernel/clock.ts";
import { parseId } from "../../../../kernel/ids.ts";
import { channelResource } from "../../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import type { SettingsStore } from "../../application/inbox/personal-ports.ts";
import { DEFAULT_LEVEL } from "../../domain/inbox/level.ts";
import { type Settings, settingsOf } from "../../domain/inbox/settings.ts";
import { levelFromProto, settingsFromProto } from "./from-proto.ts";
import { LEVELS, settingsToProto } from "./to-proto.ts";

export interface SettingsServiceDeps {
  readonly gate: Gate;
  readonly clock: Clock;
  readonly settings: SettingsStore;
}

const NOTHING_CHOSEN: Settings = { level: undefined, keywords: [], schedule: undefined };

/** Serves NotificationSettingsService. */
export function settingsRoutes({
  gate,
  clock,
  settings,
}: SettingsServiceDeps): (router: ConnectRouter) => void {
  const service: ServiceImpl<typeof NotificationSettingsService> = {
    async getNotificationSettings(_request, context) {
      const { userId, orgId } = await gate.self(context);
      const [mine, orgLevel, mutes] = await Promise.all([
        settings.find(userId),
        settings.orgLevel(orgId),
        settings.mutes(userId),
      ]);
      return {
        settings: settingsToProto(mine),
        orgLevel: LEVELS[orgLevel],
        mutes: mutes.map(({ channelId, until }) => ({ channelId, until: timestampFromDate(until) })),
      };
    },
    async updateNotificationSettings(request, context) {
      const { userId, orgId } = await gate.self(context);
      const wish = request.settings === undefined ? NOTHING_CHOSEN : settingsFromProto(request.settings);
      const chosen = settingsOf(wish);
      await settings.save(userId, orgId, chosen);
      return { settings: settingsToProto(chosen) };
    },
    async muteChannel({ channelId: id, until }, context) {
      const channelId = parseId("chn", id);
      const { userId } = await gate(context, "read", channelResource(channelId));
      await settings.mute(userId, {
        channelId,
        until: until === undefined ? clock.now() : timestampDate(until),
      });
      return {};
    },
    async getOrgNotificationDefaults(_request, context) {
      const { orgId } = await gate.self(context);
      return { level: LEVELS[await settings.orgLevel(orgId)] };
    },
    async updateOrgNotificationDefaults({ level }, context) {
      const { orgId } = await gate.org(context, "manage");
      await settings.saveOrgLevel(orgId, levelFromProto(level) ?? DEFAULT_LEVEL);
      return {};
    },
  };
  return (router) => router.service(NotificationSettingsService, service);
}
