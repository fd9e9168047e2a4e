import type { Hello } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import type { Ids } from "../../../kernel/ids.ts";
import type { Credentials } from "../../../platform/http/credentials.ts";
import type { RealtimeSocket, SocketEvents } from "../../../platform/realtime/websocket-server.ts";
import type { Connection } from "../application/delivery/connection.ts";
import type { Gateway } from "../application/gateway.ts";
import type { Frames, Link, Timers, Trouble } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import { type Rate, TokenBucket } from "../domain/token-bucket.ts";
import { type Command, cursorsOf, parseClientFrame } from "./client-frames.ts";
import { closeCodeOf } from "./close-code.ts";
import { obey } from "./obey.ts";

export interface SessionDeps {
  readonly gateway: Gateway;
  readonly authenticate: (credentials: Credentials) => Promise<Actor | undefined>;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly frames: Frames;
  readonly trouble: Trouble;
  readonly rate: Rate;
  /** Told when the socket is closed. */
  readonly over: (session: SocketSession) => void;
}

const HELLO_WITHIN_MS = 10_000;
// A client may go on before it was welcomed, so far.
const COMMANDS_BEFORE_WELCOME = 16;
// What a command costs beyond the one of every frame: one for so many streams it names. Who is in some
// thousand channels names them all at once, because a Hello has no room for them.
const STREAMS_FOR_ONE = 50;

/** One WebSocket from its upgrade to its end: first a Hello, then whatever the client asks for. */
export class SocketSession implements SocketEvents {
  readonly #deps: SessionDeps;
  readonly #socket: RealtimeSocket;
  readonly #shown: Credentials;
  readonly #bucket: TokenBucket;
  readonly #cancelHello: () => void;
  #connection: Connection | undefined;
  // Undefined until the Hello came.
  #early: Command[] | undefined;
  #over = false;

  /** `shown` is what the upgrade request carried; it counts where the Hello brings no token. */
  constructor(deps: SessionDeps, socket: RealtimeSocket, shown: Credentials) {
    this.#deps = deps;
    this.#socket = socket;
    this.#shown = shown;
    this.#bucket = new TokenBucket(deps.rate, deps.timers.now());
    this.#cancelHello = deps.timers.after(HELLO_WITHIN_MS, () =>
      this.end({ reason: "protocol_error", message: "No hello came within ten seconds." }),
    );
  }

  message(data: Buffer): void {
    if (this.#over || !this.#spend(1)) return;
    this.#heard();
    const parsed = parseClientFrame(data);
    if (parsed.kind === "command") this.#take(parsed.command);
    else if (parsed.kind === "malformed" || this.#connection === undefined) {
      this.end({ reason: "protocol_error", message: parsed.message });
    } else {
      const error = refuse("MESSAGE_INVALID", { violation: parsed.message });
      this.#connection.say(this.#deps.frames.sendResult({ clientId: parsed.clientId, error }));
    }
  }

  text(): void {
    this.end({ reason: "protocol_error", message: "Frames are binary messages.", closeCode: 1003 });
  }

  alive(): void {
    if (this.#spend(1)) this.#heard();
  }

  drained(): void {
    this.#connection?.drained();
  }

  refused(code: number): void {
    const message = code === 1009 ? "The frame is too large." : "The WebSocket protocol was broken.";
    this.#leave({ reason: "protocol_error", message, closeCode: code });
  }

  closed(): void {
    this.#cancelHello();
    this.#over = true;
    if (this.#connection !== undefined) this.#deps.gateway.gone(this.#connection);
    this.#deps.over(this);
  }

  /** Says why, and closes. */
  end(goodbye: Goodbye): void {
    this.#leave(goodbye);
    this.#socket.close(closeCodeOf(goodbye), goodbye.message);
  }

  #leave(goodbye: Goodbye): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelHello();
    if (this.#connection === undefined) this.#socket.write([this.#deps.frames.goodbye(goodbye)]);
    else this.#deps.gateway.end(this.#connection, goodbye);
  }

  #take(command: Command): void {
    if (this.#connection !== undefined) return this.#obey(this.#connection, command);
    if (command.case === "hello" && this.#early === undefined) {
      this.#early = [];
      this.#cancelHello();
      void this.#greet(command.value);
    } else if (this.#early === undefined) {
      this.end({ reason: "protocol_error", message: "The first frame is a hello." });
    } else if (this.#early.push(command) > COMMANDS_BEFORE_WELCOME) {
      this.end({ reason: "protocol_error", message: "Too much was asked for before the welcome." });
    }
  }

  #obey(connection: Connection, command: Command): void {
    if (!this.#spend(costOf(command))) return;
    const goodbye = obey(this.#deps.gateway, connection, command);
    if (goodbye !== undefined) this.end(goodbye);
  }

  async #greet(hello: Hello): Promise<void> {
    const credentials = credentialsOf(hello, this.#shown);
    const actor = await this.#recognise(credentials);
    if (this.#over || actor === undefined) return;
    this.#connection = this.#deps.gateway.open({
      id: this.#deps.ids.next("con"),
      actor,
      link: linkOf(this.#socket, this),
      interactive: true,
      stillSignedIn: async () => (await this.#deps.authenticate(credentials)) !== undefined,
      cursors: cursorsOf(hello.cursors),
      previews: [],
    });
    for (const command of this.#early ?? []) if (!this.#over) this.#obey(this.#connection, command);
    this.#early = [];
  }

  async #recognise(credentials: Credentials): Promise<Actor | undefined> {
    try {
      const actor = await this.#deps.authenticate(credentials);
      if (actor === undefined) this.end({ reason: "unauthenticated", message: "Sign in first." });
      return actor;
    } catch (error) {
      this.#deps.trouble.failed("recognise who connects", error);
      this.end({ reason: "shutting_down", message: "Not now; connect again.", reconnectAfterMs: 1_000 });
      return undefined;
    }
  }

  #spend(cost: number): boolean {
    if (this.#bucket.spend(cost, this.#deps.timers.now())) return true;
    this.end({ reason: "rate_limited", message: "Too many frames.", reconnectAfterMs: 5_000 });
    return false;
  }

  #heard(): void {
    if (this.#connection !== undefined) this.#connection.heardAt = this.#deps.timers.now();
  }
}

function linkOf(socket: RealtimeSocket, session: SocketSession): Link {
  return {
    get buffered() {
      return socket.buffered;
    },
    write: (frames) => socket.write(frames),
    close: (goodbye) => session.end(goodbye),
  };
}

/** A token in the Hello stands for itself; a browser's cookie came with the upgrade. */
function credentialsOf({ token }: Hello, shown: Credentials): Credentials {
  if (token === "") return shown;
  const { address, userAgent, secure } = shown;
  return { authorization: `Bearer ${token}`, address, userAgent, secure };
}

function costOf(command: Command): number {
  if (command.case === "watch") return command.value.cursors.length / STREAMS_FOR_ONE;
  return 0;
}
