import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import {
  ClientFrameSchema,
  type ServerFrame,
  ServerFrameSchema,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";

/** What a client says, such as `{ case: "pong", value: {} }`. */
export type ToServer = NonNullable<MessageInitShape<typeof ClientFrameSchema>["frame"]>;
export type FromServer = ServerFrame["frame"];

export interface SocketEvents {
  readonly opened: () => void;
  readonly received: (frame: FromServer) => void;
  /** Called once, when the connection ends, however it does. */
  readonly closed: () => void;
}

/** One connection to the server; it has no second life. */
export interface Socket {
  readonly send: (frame: ToServer) => void;
  /** Ends it; nothing is reported after that. */
  readonly close: () => void;
}

export type OpenSocket = (events: SocketEvents) => Socket;

/** Opens a WebSocket to the server that this page came from. Its cookie says who connects. */
export const openWebSocket: OpenSocket = (events) => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/realtime`);
  socket.binaryType = "arraybuffer";
  const ended = new AbortController();
  const { signal } = ended;
  const end = () => {
    if (signal.aborted) return;
    ended.abort();
    socket.close();
    events.closed();
  };
  socket.addEventListener("open", events.opened, { signal });
  socket.addEventListener("close", end, { signal });
  socket.addEventListener(
    "message",
    ({ data }) => {
      const frame = data instanceof ArrayBuffer ? decode(data) : undefined;
      // Whoever sends anything else does not speak this protocol: better begin anew than guess.
      if (frame === undefined) end();
      else events.received(frame);
    },
    { signal },
  );
  return {
    send: (frame) => {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));
    },
    close: () => {
      ended.abort();
      socket.close();
    },
  };
};

function decode(data: ArrayBuffer): FromServer | undefined {
  try {
    return fromBinary(ServerFrameSchema, new Uint8Array(data)).frame;
  } catch {
    return undefined;
  }
}
