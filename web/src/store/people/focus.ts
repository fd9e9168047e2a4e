import type { ToServer } from "../../realtime/socket.ts";

const gatherMs = 200;
const idleMs = 5 * 60_000;
const mostChannels = 20;
const mostUsers = 500;

export interface FocusDeps {
  readonly say: (frame: ToServer) => void;
  readonly isVisible: () => boolean;
}

/** What is on screen, so that the server tells who is typing there and who of these people is present. */
export class Focus {
  readonly #deps: FocusDeps;
  readonly #channels = new Map<string, number>();
  readonly #users = new Map<string, number>();
  #actedAt = Date.now();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #idling: ReturnType<typeof setTimeout> | undefined;
  #told = "";

  constructor(deps: FocusDeps) {
    this.#deps = deps;
  }

  /** A channel is on screen, until the answer is called. */
  channel(id: string): () => void {
    return this.#show(this.#channels, id);
  }

  /** A person's presence is on screen, until the answer is called. */
  user(id: string): () => void {
    return this.#show(this.#users, id);
  }

  /** Somebody typed or touched. */
  acted(): void {
    this.#actedAt = Date.now();
    this.#tellLater();
  }

  /** The page was hidden or shown. */
  turned(): void {
    this.#tellLater();
  }

  /** The server knows nothing of what an earlier connection told. */
  online(): void {
    this.#told = "";
    this.#tell();
  }

  close(): void {
    clearTimeout(this.#gathering);
    clearTimeout(this.#idling);
  }

  #show(shown: Map<string, number>, id: string): () => void {
    shown.set(id, (shown.get(id) ?? 0) + 1);
    this.#tellLater();
    return () => {
      const others = (shown.get(id) ?? 1) - 1;
      if (others === 0) shown.delete(id);
      else shown.set(id, others);
      this.#tellLater();
    };
  }

  #tellLater(): void {
    this.#gathering ??= setTimeout(() => this.#tell(), gatherMs);
  }

  #tell(): void {
    this.close();
    this.#gathering = undefined;
    const idleIn = this.#actedAt + idleMs - Date.now();
    const active = idleIn > 0 && this.#deps.isVisible();
    if (active) this.#idling = setTimeout(() => this.#tell(), idleIn);
    const channels = [...this.#channels.keys()].slice(-mostChannels);
    const users = [...this.#users.keys()].slice(-mostUsers);
    const told = JSON.stringify([channels, users, active]);
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.say({ case: "focus", value: { channels, users, active } });
  }
}
