import { createContextValues, createHandlerContext } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import type { ChannelId } from "../../kernel/ids.ts";
import { type Authorizer, channelResource, orgResource } from "../authz/authorizer.ts";
import { ada } from "../http/testing/serve.ts";
import { createGate, gated } from "./gate.ts";
import { caller } from "./request.ts";

const general = channelResource("chn_general" as ChannelId);

/** Ada has these permissions, on everything. */
function setUp(permissions: readonly string[], actor: typeof ada | undefined = ada) {
  const check = async (_user: string, permission: string) => permissions.includes(permission);
  const authorizer: Authorizer = { check, permit: async () => undefined };
  const context = createHandlerContext({
    service: AuthService,
    method: AuthService.method.getSession,
    protocolName: "connect",
    requestMethod: "POST",
    url: "http://localhost",
    contextValues: createContextValues().set(caller, actor),
  });
  return { gate: createGate({ authorizer }), context };
}

describe("the gate", () => {
  it("answers who acts, if they may", async () => {
    const { gate, context } = setUp(["join"]);
    expect(await gate(context, "join", general)).toEqual(ada);
    expect(context.values.get(gated)).toBe(true);
  });

  it("denies what is visible but not permitted", async () => {
    const { gate, context } = setUp(["view", "access"]);
    await expect(gate(context, "manage_channel", general)).rejects.toMatchObject({ kind: "denied" });
    await expect(gate(context, "manage", orgResource(ada.orgId))).rejects.toMatchObject({ kind: "denied" });
  });

  it("does not tell that something is there which may not be seen", async () => {
    const { gate, context } = setUp([]);
    await expect(gate(context, "join", general)).rejects.toMatchObject({ reason: "CHANNEL_NOT_FOUND" });
    await expect(gate(context, "invite", orgResource(ada.orgId))).rejects.toMatchObject({
      reason: "ORG_NOT_FOUND",
    });
  });

  it("lets everybody to their own things who still has access to the organisation", async () => {
    const { gate, context } = setUp(["access"]);
    expect(await gate.self(context)).toEqual(ada);
    const gone = setUp([]);
    await expect(gone.gate.self(gone.context)).rejects.toMatchObject({ kind: "denied" });
  });

  it("knows no strangers", async () => {
    const { gate, context } = setUp(["join", "access"]);
    context.values.delete(caller);
    await expect(gate(context, "join", general)).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(gate.self(context)).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});
