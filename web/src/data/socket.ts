import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { type Duration, durationMs } from "@bufbuild/protobuf/wkt";
import {
  type ClientFrame,
  ClientFrameSchema,
  type CursorSchema,
  type Goodbye,
  Goodbye_Reason,
  type ServerFrame,
  ServerFrameSchema,
  type Welcome,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";

export type ConnectionStatus =
  | { readonly kind: "connecting" }
  | { readonly kind: "online"; readonly welcome: Welcome }
  /** Since when there has been no connection, in milliseconds since 1970. */
  | { readonly kind: "reconnecting"; readonly since: number }
  | { readonly kind: "signed_out" };

export interface SocketOptions {
  readonly url: string;
  /** The same for all connections of this browser. */
  readonly device: string;
  /** What has been applied of each stream, asked for at each connection. */
  cursors(): MessageInitShape<typeof CursorSchema>[];
  onFrame(frame: ServerFrame["frame"]): void;
  onStatus(status: ConnectionStatus): void;
}

export type ClientFrameInit = MessageInitShape<typeof ClientFrameSchema>["frame"] & object;

export interface Socket {
  start(): void;
  stop(): void;
  /** Sends a frame; false where there is no connection to send it on. */
  send(frame: ClientFrameInit): boolean;
}

const welcomeWithinMs = 10_000;
const firstDelayMs = 200;
const longestDelayMs = 10_000;
/** A connection that lasted as long was a good one: the next attempt after it is the first again. */
const steadyMs = 5_000;

/** One connection at a time to the realtime endpoint, made again whenever it is lost. */
export function createSocket(options: SocketOptions): Socket {
  return new RealtimeSocket(options);
}

class RealtimeSocket implements Socket {
  readonly #options: SocketOptions;
  #socket: WebSocket | undefined;
  #welcome: Welcome | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #lostAt: number | undefined;
  #heardAt = 0;
  #onlineAt = 0;
  #stopped = true;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#failures = 0;
    this.#lostAt = undefined;
    window.addEventListener("online", this.#connectNow);
    document.addEventListener("visibilitychange", this.#wake);
    this.#options.onStatus({ kind: "connecting" });
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#drop();
    window.removeEventListener("online", this.#connectNow);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  send(frame: ClientFrameInit): boolean {
    const socket = this.#socket;
    if (this.#welcome === undefined || socket?.readyState !== WebSocket.OPEN) return false;
    write(socket, frame);
    return true;
  }

  #connect(): void {
    const socket = new WebSocket(this.#options.url);
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => write(socket, { case: "hello", value: hello(this.#options) });
    // A connection that was given up may still have something to say.
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket && data instanceof ArrayBuffer) this.#hear(new Uint8Array(data));
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#lose();
    };
    this.#after(welcomeWithinMs, () => this.#lose());
  }

  #hear(bytes: Uint8Array): void {
    const { frame } = fromBinary(ServerFrameSchema, bytes);
    if (frame.case === "goodbye") return this.#end(frame.value);
    this.#heardAt = Date.now();
    if (frame.case === "welcome") this.#greet(frame.value);
    this.#after(2 * heartbeatMs(this.#welcome), () => this.#lose());
    if (frame.case === "ping") this.send({ case: "pong", value: {} });
    else this.#options.onFrame(frame);
  }

  #greet(welcome: Welcome): void {
    this.#welcome = welcome;
    this.#lostAt = undefined;
    this.#onlineAt = Date.now();
    this.#options.onStatus({ kind: "online", welcome });
  }

  #end({ reason, reconnectAfter }: Goodbye): void {
    if (reason !== Goodbye_Reason.UNAUTHENTICATED && reason !== Goodbye_Reason.SESSION_ENDED) {
      return this.#lose(toMs(reconnectAfter));
    }
    this.stop();
    this.#options.onStatus({ kind: "signed_out" });
  }

  /** Gives the connection up and plans the next one, the later the more often it failed. */
  #lose(atLeastMs = 0): void {
    this.#drop();
    if (this.#onlineAt > 0 && Date.now() - this.#onlineAt >= steadyMs) this.#failures = 0;
    this.#onlineAt = 0;
    this.#lostAt ??= Date.now();
    this.#options.onStatus({ kind: "reconnecting", since: this.#lostAt });
    const most = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#after(Math.max(atLeastMs, Math.random() * most), () => this.#connect());
  }

  #drop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#welcome = undefined;
    socket?.close();
  }

  readonly #connectNow = () => {
    this.#failures = 0;
    this.#lose();
    clearTimeout(this.#timer);
    this.#connect();
  };

  // Timers stand still while the machine sleeps, so a connection can be long dead before they notice.
  readonly #wake = () => {
    if (document.visibilityState !== "visible") return;
    const isSilent = Date.now() - this.#heardAt > 1.5 * heartbeatMs(this.#welcome);
    if (this.#welcome === undefined || isSilent) this.#connectNow();
  };

  #after(delayMs: number, action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delayMs);
  }
}

function hello({ device, cursors }: SocketOptions) {
  return { token: "", device, protocol: 1, cursors: cursors() };
}

function write(socket: WebSocket, frame: ClientFrameInit): void {
  const message: ClientFrame = create(ClientFrameSchema, { frame });
  socket.send(toBinary(ClientFrameSchema, message));
}

function heartbeatMs(welcome: Welcome | undefined): number {
  return toMs(welcome?.heartbeat) || 25_000;
}

function toMs(duration: Duration | undefined): number {
  return duration === undefined ? 0 : durationMs(duration);
}
