import { type ContextKey, createContextKey, type HandlerContext } from "@connectrpc/connect";
import type { Actor } from "../../kernel/actor.ts";
import { refusals } from "../../kernel/errors.ts";
import { type Authorizer, orgResource, type Permissions, type Resource } from "../authz/authorizer.ts";
import { caller } from "./request.ts";

/** What handlers ask the gate about: the types of resources that a context serves. */
type GatedType = keyof typeof VISIBILITY;

/** The first line of every handler that is not public; a call that never passed it is not answered. */
export interface Gate {
  /**
   * Answers who acts, if they have the permission on the resource. Refuses with `not_found` where they
   * may not even know that the resource exists, otherwise with `permission_denied`.
   */
  <T extends GatedType>(
    context: HandlerContext,
    permission: Permissions[T],
    resource: Resource<T>,
  ): Promise<Actor>;
  /** For what concerns only the caller: answers who acts, if they still have access to the organisation. */
  self(context: HandlerContext): Promise<Actor>;
  /** For what concerns the caller's own organisation. */
  org(context: HandlerContext, permission: Permissions["org"]): Promise<Actor>;
}

/** Whether the gate was asked in this call. */
export const gated: ContextKey<boolean> = createContextKey(false, { description: "gated" });

const refuse = refusals({
  UNAUTHENTICATED: ["unauthenticated", "Sign in first."],
  PERMISSION_DENIED: ["denied", "You are not permitted to do this."],
  ORG_NOT_FOUND: ["not_found", "There is no such organisation."],
  CHANNEL_NOT_FOUND: ["not_found", "There is no such channel."],
  FILE_NOT_FOUND: ["not_found", "There is no such file."],
});

/** By type of resource: the permission without which it does not exist for the caller, and that refusal. */
const VISIBILITY = {
  org: { permission: "access", missing: "ORG_NOT_FOUND" },
  channel: { permission: "view", missing: "CHANNEL_NOT_FOUND" },
  file: { permission: "view", missing: "FILE_NOT_FOUND" },
} as const satisfies { [T in keyof Permissions]?: { permission: Permissions[T]; missing: string } };

export function createGate({ authorizer }: { readonly authorizer: Authorizer }): Gate {
  const gate = async <T extends GatedType>(
    context: HandlerContext,
    permission: Permissions[T],
    resource: Resource<T>,
  ): Promise<Actor> => {
    const actor = enter(context);
    if (await authorizer.check(actor.userId, permission, resource)) return actor;
    throw await refusal(authorizer, actor, resource);
  };
  const self = async (context: HandlerContext): Promise<Actor> => {
    const actor = enter(context);
    if (await authorizer.check(actor.userId, "access", orgResource(actor.orgId))) return actor;
    throw refuse("PERMISSION_DENIED");
  };
  const org = (context: HandlerContext, permission: Permissions["org"]): Promise<Actor> =>
    gate(context, permission, orgResource(enter(context).orgId));
  return Object.assign(gate, { self, org });
}

function enter(context: HandlerContext): Actor {
  context.values.set(gated, true);
  const actor = context.values.get(caller);
  if (actor === undefined) throw refuse("UNAUTHENTICATED");
  return actor;
}

async function refusal<T extends GatedType>(authorizer: Authorizer, actor: Actor, resource: Resource<T>) {
  const { permission, missing } = VISIBILITY[resource.type];
  const visible = await authorizer.check<GatedType>(actor.userId, permission, resource);
  return visible ? refuse("PERMISSION_DENIED") : refuse(missing);
}
