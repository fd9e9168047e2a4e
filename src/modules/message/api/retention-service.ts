import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, HandlerContext, ServiceImpl } from "@connectrpc/connect";
import { RetentionService } from "../../../../gen/chatter/message/v1/retention_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { channelResource, type Permissions } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { type ChannelRetention, getChannelRetention } from "../application/retention/get-retention.ts";
import {
  type Preview,
  type PreviewDeps,
  previewChannelRetention,
  previewRetention,
} from "../application/retention/preview-retention.ts";
import { setChannelRetention, setRetention } from "../application/retention/set-retention.ts";
import type { KeptDays, OrgRule } from "../domain/retention.ts";

export interface RetentionServiceDeps extends PreviewDeps {
  readonly gate: Gate;
}

/** Serves RetentionService. */
export function retentionRoutes(deps: RetentionServiceDeps): (router: ConnectRouter) => void {
  const { gate, rules } = deps;
  const enter = async (
    context: HandlerContext,
    permission: Permissions["channel"],
    request: { readonly channelId: string },
  ) => {
    const channelId = parseId("chn", request.channelId);
    return { channelId, actor: await gate(context, permission, channelResource(channelId)) };
  };
  const service: ServiceImpl<typeof RetentionService> = {
    async getRetention(_request, context) {
      const { orgId } = await gate.self(context);
      return { retention: orgRuleToProto(await rules.findOrg(orgId)) };
    },
    async setRetention(request, context) {
      const actor = await gate.org(context, "manage");
      return { retention: orgRuleToProto(await setRetention(deps, actor, wishOf(request))) };
    },
    async previewRetention(request, context) {
      const actor = await gate.org(context, "manage");
      return previewToProto(await previewRetention(deps, actor, wishOf(request)));
    },
    async getChannelRetention(request, context) {
      const { actor, channelId } = await enter(context, "view", request);
      return { retention: channelToProto(await getChannelRetention(rules, actor.orgId, channelId)) };
    },
    async setChannelRetention(request, context) {
      const { actor, channelId } = await enter(context, "manage_channel", request);
      const wish = { channelId, days: ownDaysOf(request) };
      return { retention: channelToProto(await setChannelRetention(deps, actor, wish)) };
    },
    async previewChannelRetention(request, context) {
      const { actor, channelId } = await enter(context, "manage_channel", request);
      const wish = { channelId, days: ownDaysOf(request) };
      return previewToProto(await previewChannelRetention(deps, actor, wish));
    },
  };
  return (router) => router.service(RetentionService, service);
}

/** On the wire 0 is for ever. */
const daysFromProto = (days: number): KeptDays => (days === 0 ? undefined : days);

const wishOf = ({ days, channelsMayDiffer }: { days: number; channelsMayDiffer: boolean }) => ({
  days: daysFromProto(days),
  channelsMayDiffer,
});

const ownDaysOf = ({ days }: { days?: number | undefined }): KeptDays | "follow" =>
  days === undefined ? "follow" : daysFromProto(days);

const changeToProto = ({ by, at }: Pick<OrgRule, "by" | "at">) => ({
  changedBy: by,
  changedAt: timestampFromDate(at),
});

const orgRuleToProto = (rule: OrgRule | undefined) => ({
  days: rule?.days ?? 0,
  channelsMayDiffer: rule?.channelsMayDiffer ?? false,
  ...(rule && changeToProto(rule)),
});

const channelToProto = ({ days = 0, channelsMayDiffer, own }: ChannelRetention) => ({
  days,
  channelsMayDiffer,
  ...(own && { ownDays: own.days ?? 0, ...changeToProto(own) }),
});

const previewToProto = ({ messages, more }: Preview) => ({ messages: BigInt(messages), more });
