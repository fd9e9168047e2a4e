import { isId, parseId } from "../../../kernel/ids.ts";
import type { Connection } from "../application/delivery/connection.ts";
import type { Gateway } from "../application/gateway.ts";
import { tooManyStreams } from "../application/watch-streams.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import { type Command, cursorsOf, streamIdOf } from "./client-frames.ts";

type CommandOf<Case extends Command["case"]> = Extract<Command, { readonly case: Case }>;

/** Does what a frame of an open connection asks for; answers why the connection must end, if it must. */
export function obey(gateway: Gateway, connection: Connection, command: Command): Goodbye | undefined {
  switch (command.case) {
    case "hello":
      return { reason: "protocol_error", message: "A connection says hello once." };
    case "watch":
      return watch(gateway, connection, command);
    case "unwatch":
      gateway.unwatch(
        connection,
        command.value.streams.map(streamIdOf).filter((id) => id !== undefined),
      );
      return undefined;
    case "send":
      void send(gateway, connection, command);
      return undefined;
    case "typing":
      type(gateway, connection, command);
      return undefined;
    case "focus":
      void focus(gateway, connection, command);
      return undefined;
    case "pong":
    case undefined:
      // That anything came was noted. What a newer client may ask for is not known here.
      return undefined;
  }
}

function watch(gateway: Gateway, connection: Connection, { value }: CommandOf<"watch">): Goodbye | undefined {
  const watches = [...cursorsOf(value.cursors)].map(([stream, cursor]) => ({ stream, cursor }));
  if (gateway.watch(connection, watches)) return undefined;
  return tooManyStreams;
}

function send(gateway: Gateway, connection: Connection, { value }: CommandOf<"send">): Promise<void> {
  const { channelId, clientId, text, threadRootId, alsoInChannel, fileIds } = value;
  return gateway.send(connection, {
    channelId: parseId("chn", channelId),
    clientId,
    text,
    threadRootId: threadRootId === "" ? undefined : parseId("msg", threadRootId),
    alsoInChannel,
    fileIds: fileIds.map((id) => parseId("fil", id)),
  });
}

function type(gateway: Gateway, connection: Connection, { value }: CommandOf<"typing">): void {
  const { channelId, threadRootId } = value;
  if (isId("chn", channelId)) gateway.type(connection, { channelId, threadRootId });
}

function focus(gateway: Gateway, connection: Connection, { value }: CommandOf<"focus">): Promise<void> {
  return gateway.focus(connection, {
    channels: new Set(value.channels.filter((id) => isId("chn", id))),
    users: new Set(value.users.filter((id) => isId("usr", id))),
    active: value.active,
  });
}
