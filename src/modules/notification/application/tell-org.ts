import type { Connections } from "./delivery/connections.ts";
import type { Frames, Signal } from "./ports.ts";

export interface OrgDeps {
  readonly connections: Connections;
  readonly frames: Frames;
}

/** Shows what the organisation is called now to everybody in it who is connected here. */
export function tellOrg(deps: OrgDeps, { orgId, name }: Extract<Signal, { kind: "org" }>): void {
  const frame = deps.frames.org({ id: orgId, name });
  for (const connection of deps.connections.all()) {
    if (connection.actor.orgId === orgId) connection.mention(frame);
  }
}
