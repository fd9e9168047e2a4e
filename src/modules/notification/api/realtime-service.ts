import { fromBinary } from "@bufbuild/protobuf";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, HandlerContext } from "@connectrpc/connect";
import { RealtimeService } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import { isId, parseId } from "../../../kernel/ids.ts";
import { channelResource } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { type GetPresenceDeps, getPresence } from "../application/get-presence.ts";
import { type ListEntriesDeps, listEntries } from "../application/list-entries.ts";
import { type SetPresenceDeps, setPresence } from "../application/set-presence.ts";
import type { Entry, StreamId } from "../domain/stream.ts";
import { positionOf } from "./client-frames.ts";
import { choiceToProto, settingFromProto } from "./presence.ts";
import { type SubscribeDeps, subscribe } from "./subscribe.ts";

export interface RealtimeServiceDeps
  extends SubscribeDeps,
    ListEntriesDeps,
    GetPresenceDeps,
    SetPresenceDeps {}

const PAGE_ENTRIES = 200;
const PAGE_BYTES = 4 * 1024 * 1024;

/** Serves RealtimeService. */
export function realtimeRoutes(deps: RealtimeServiceDeps): (router: ConnectRouter) => void {
  return (router) =>
    router.service(RealtimeService, {
      subscribe: (request, context) => subscribe(deps, request, context),
      async listEntries({ stream, afterSeq, limit = PAGE_ENTRIES }, context) {
        const { actor, id } = await enter(deps.gate, context, stream);
        const { run, head } = await listEntries(deps, actor.userId, {
          stream: id,
          after: positionOf(afterSeq),
          limit,
        });
        return {
          firstSeq: BigInt(run.first),
          entries: withinBytes(run.entries).map(({ bytes }) => fromBinary(EntrySchema, bytes)),
          head: BigInt(head),
        };
      },
      async getPresence(_request, context) {
        return { choice: choiceToProto(await getPresence(deps, await deps.gate.self(context))) };
      },
      async setPresence({ state, expiresAt }, context) {
        const actor = await deps.gate.self(context);
        const setting = settingFromProto(state);
        await setPresence(deps, actor, { setting, expiresAt: expiresAt && timestampDate(expiresAt) });
        return {};
      },
    });
}

async function enter(
  gate: Gate,
  context: HandlerContext,
  stream: string,
): Promise<{ readonly actor: Actor; readonly id: StreamId }> {
  if (isId("chn", stream)) return { actor: await gate(context, "read", channelResource(stream)), id: stream };
  return { actor: await gate.self(context), id: parseId("usr", stream) };
}

/** The first entries, as many as a page may hold, and one in any case. */
function withinBytes(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0;
  const tooMany = entries.findIndex((entry, index) => {
    bytes += entry.bytes.length;
    return bytes > PAGE_BYTES && index > 0;
  });
  return tooMany < 0 ? entries : entries.slice(0, tooMany);
}
