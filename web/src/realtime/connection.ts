import { durationMs } from "@bufbuild/protobuf/wkt";
import { createStore } from "zustand/vanilla";
import { type Goodbye, type Welcome } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { backoff } from "./backoff.ts";
import type { ConnectionStatus } from "./connection-status.ts";
import { absenceAskedBy, tellsOfSignOut } from "./goodbye.ts";
import type { FromServer, OpenSocket, Socket, ToServer } from "./socket.ts";
import type { Surroundings } from "./surroundings.ts";

export interface ConnectionDeps {
  readonly openSocket: OpenSocket;
  readonly surroundings: Omit<Surroundings, "onActivity">;
  /** The first frame; asked for anew on each connection. */
  readonly hello: () => Promise<ToServer>;
  /** Something that the server answers at once, to find out whether it still hears. */
  readonly probe: () => ToServer;
  readonly welcomed: (welcome: Welcome) => void;
  readonly received: (frame: FromServer) => void;
  /** False if the server says that nobody is signed in here. */
  readonly isSignedIn: () => Promise<boolean>;
  readonly random?: () => number;
}

const helloMs = 20_000;
const probeMs = 3_000;
const tickMs = 5_000;
// Timers of hidden pages run once a minute; what takes longer was sleep.
const sleptMs = 90_000;
const steadyMs = 10_000;
const graceMs = 10_000;

/** The one connection of this tab: made, watched over, and made again until somebody signs out. */
export class Connection {
  readonly status = createStore<ConnectionStatus>(() => ({
    phase: "connecting",
    since: Date.now(),
    isOutdated: false,
  }));
  readonly #deps: ConnectionDeps;
  #socket: Socket | undefined;
  #isWelcome = false;
  #goodbye: Goodbye | undefined;
  #failures = 0;
  #version: string | undefined;
  #heardAt = 0;
  #openedAt = 0;
  #silenceMs = helloMs;
  #tickedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked to stay away until then. */
  #notBefore = 0;
  #stops: (() => void)[] = [];

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
  }

  start(): void {
    const ticking = setInterval(() => this.#tick(), tickMs);
    this.#tickedAt = Date.now();
    this.#stops = [() => clearInterval(ticking), this.#deps.surroundings.subscribe(() => this.#look())];
    this.#connect();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** False if it could not be said, because there is no connection. */
  send(frame: ToServer): boolean {
    if (!this.#isWelcome || this.#socket === undefined) return false;
    this.#socket.send(frame);
    return true;
  }

  #connect(): void {
    clearTimeout(this.#timer);
    this.#goodbye = undefined;
    this.#silenceMs = helloMs;
    this.#heardAt = this.#openedAt = Date.now();
    const socket = this.#deps.openSocket({
      opened: () => void this.#greet(socket),
      received: (frame) => this.#receive(frame),
      closed: () => this.#lost(),
    });
    this.#socket = socket;
  }

  async #greet(socket: Socket): Promise<void> {
    try {
      const hello = await this.#deps.hello();
      if (this.#socket === socket) socket.send(hello);
    } catch {
      // What could not be read now is asked for again with the next attempt.
      if (this.#socket === socket) this.#break();
    }
  }

  #receive(frame: FromServer): void {
    this.#heardAt = Date.now();
    switch (frame.case) {
      case "welcome":
        return this.#welcome(frame.value);
      case "ping":
        return this.#socket?.send({ case: "pong", value: {} });
      case "goodbye":
        this.#goodbye = frame.value;
        return;
      default:
        return this.#deps.received(frame);
    }
  }

  #welcome(welcome: Welcome): void {
    this.#isWelcome = true;
    if (welcome.heartbeat !== undefined) this.#silenceMs = durationMs(welcome.heartbeat) + graceMs;
    this.#version ??= welcome.serverVersion;
    const isOutdated = this.#version !== welcome.serverVersion;
    this.#deps.welcomed(welcome);
    this.status.setState({ phase: "online", since: Date.now(), isOutdated });
  }

  #break(): void {
    this.#drop();
    this.#lost();
  }

  #drop(): void {
    this.#socket?.close();
    this.#socket = undefined;
    this.#isWelcome = false;
  }

  #lost(): void {
    const wasSteady = this.#isWelcome && Date.now() - this.#openedAt > steadyMs;
    this.#drop();
    this.#failures = wasSteady ? 0 : this.#failures + 1;
    this.#showAbsence();
    // A refused handshake looks like any other failure, so the question is asked from time to time.
    if (tellsOfSignOut(this.#goodbye) || this.#failures % 3 === 2) void this.#reconnectIfSignedIn();
    else this.#reconnectLater();
  }

  #showAbsence(): void {
    const { phase, since } = this.status.getState();
    const isNew = phase === "online";
    const away = phase === "connecting" ? "connecting" : "reconnecting";
    this.status.setState({
      phase: this.#deps.surroundings.isOnline() ? away : "offline",
      since: isNew ? Date.now() : since,
    });
  }

  async #reconnectIfSignedIn(): Promise<void> {
    if (await this.#deps.isSignedIn()) return this.#reconnectLater();
    this.stop();
    this.status.setState({ phase: "signed-out" });
  }

  #reconnectLater(): void {
    if (this.#stops.length === 0 || this.#socket !== undefined) return;
    const asked = absenceAskedBy(this.#goodbye);
    this.#notBefore = Date.now() + asked;
    const ms = Math.max(asked, backoff(this.#failures, this.#deps.random ?? Math.random));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), ms);
  }

  #tick(): void {
    const now = Date.now();
    const slept = now - this.#tickedAt > sleptMs;
    this.#tickedAt = now;
    if (slept) this.#look();
    else if (this.#socket !== undefined && now - this.#heardAt > this.#silenceMs) this.#break();
  }

  /** Something about the network or the page has changed: what is lost is made anew at once. */
  #look(): void {
    const { isOnline, isVisible } = this.#deps.surroundings;
    const { phase } = this.status.getState();
    if (phase !== "online" && phase !== "signed-out") this.#showAbsence();
    if (!isOnline() || !isVisible()) return;
    if (this.#socket === undefined) return this.#hasten();
    const silence = Date.now() - this.#heardAt;
    if (silence > this.#silenceMs) this.#break();
    else if (this.#isWelcome && silence > probeMs) this.#probe(this.#socket);
  }

  #hasten(): void {
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), Math.max(0, this.#notBefore - Date.now()));
  }

  #probe(socket: Socket): void {
    const asked = Date.now();
    socket.send(this.#deps.probe());
    setTimeout(() => {
      if (this.#socket === socket && this.#heardAt < asked) this.#break();
    }, probeMs);
  }
}
