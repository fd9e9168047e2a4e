import { isId } from "../../../../kernel/ids.ts";
import type { Standing } from "../../domain/position.ts";
import type { Access, Frames, Memberships, Meter } from "../ports.ts";
import type { Log } from "./log.ts";
import type { Reader } from "./reader.ts";

export interface DoorkeeperDeps {
  readonly memberships: Memberships;
  readonly access: Access;
  readonly log: Log;
  readonly frames: Frames;
  readonly meter: Meter;
}

/**
 * Decides who may read on.
 *
 * A removal is an entry at some position k. A reader delivers nothing while its right is in question,
 * and it is put in question whenever it passes an entry that may end it, and whenever its position is
 * set. So what it delivers after k comes after a question that was asked when k was committed: the
 * answer knows of the removal.
 */
export class Doorkeeper {
  readonly #deps: DoorkeeperDeps;

  constructor(deps: DoorkeeperDeps) {
    this.#deps = deps;
  }

  /** Stops the reader until its right to read is known. Before it is placed that would be too early. */
  ask(reader: Reader): void {
    if (reader.next === 0) return;
    reader.phase = "asking";
    reader.feed.withdraw(reader);
    if (reader.standing === "own") return this.admit(reader, "own");
    if (reader.question === "none") void this.#find(reader);
    else reader.question = "again";
  }

  admit(reader: Reader, standing: Standing): void {
    if (reader.closed || reader.next === 0) return;
    reader.standing = standing;
    reader.phase = "behind";
    if (reader.reset !== undefined) {
      const { stream } = reader.feed;
      reader.recipient.say(this.#deps.frames.reset(stream, reader.next - 1, reader.reset));
      this.#deps.meter.reset(reader.reset);
      reader.reset = undefined;
    }
    reader.feed.serve(reader);
  }

  /** Whoever does not read on is told so; where the stream stands is no longer for them to know. */
  refuse(reader: Reader): void {
    reader.close();
    reader.recipient.say(this.#deps.frames.reset(reader.feed.stream, 0, "not_allowed"));
    this.#deps.meter.reset("not_allowed");
  }

  async #find(reader: Reader): Promise<void> {
    let standing: Standing | undefined;
    do {
      reader.question = "asked";
      standing = await this.#deps.log.until("ask who may read", () => this.#standing(reader));
    } while (wasAskedAgain(reader));
    reader.question = "none";
    if (reader.closed) return;
    if (standing === undefined) this.refuse(reader);
    else this.admit(reader, standing);
  }

  async #standing(reader: Reader): Promise<Standing | undefined> {
    const { stream } = reader.feed;
    if (!isId("chn", stream)) return undefined;
    if (await this.#deps.memberships.isMember(stream, reader.userId)) return "member";
    // Who left a channel that everybody may look at reads on only if they asked for it by name.
    if (!reader.watched) return undefined;
    return (await this.#deps.access.mayRead(reader.userId, stream)) ? "preview" : undefined;
  }
}

const wasAskedAgain = (reader: Reader): boolean => reader.question === "again";
