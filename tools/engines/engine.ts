/** Where a running engine keeps its data and where it listens, always on 127.0.0.1. */
export interface Place<Port extends string = string> {
  /** The file of the engine's program. */
  readonly program: string;
  /** Its own, and writable for the user it runs as. */
  readonly folder: string;
  readonly ports: Readonly<Record<Port, number>>;
  /** A PostgreSQL for engines that keep nothing by themselves; without it they forget all when they stop. */
  readonly databaseUrl?: string | undefined;
  /** Whom it runs as, where that is not ourselves. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface Command {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Built from the Go module in the folder of this name beside this file, whose go.mod and go.sum pin it. */
interface GoModule {
  readonly module: string;
  readonly program: string;
}

/** From a package of Debian; elsewhere a program of that name serves as well. */
interface DebianPackage {
  readonly package: string;
  readonly program: string;
  /** Folders outside of PATH where the program is looked for first, as a pattern. */
  readonly folders?: string;
}

export type Source = GoModule | DebianPackage;

export interface Engine<Port extends string = string, Setting extends string = string> {
  readonly title: string;
  readonly source: Source;
  /** The ports of `make engines-up`; tests take free ones. */
  readonly ports: Readonly<Record<Port, number>>;
  readonly refusesRoot?: true;
  /** Keeps nothing by itself: `make engines-up` gives it a database. */
  readonly wantsDatabase?: true;
  /** Asks it to end cleanly and soon; SIGTERM unless said otherwise. */
  readonly stopSignal?: "SIGINT";
  /** Before each start; what it made last time may be there. */
  prepare?(place: Place<Port>): Promise<void>;
  command(place: Place<Port>): Command;
  /** Rejects while the engine does not answer. */
  check(place: Place<Port>): Promise<void>;
  /** After each start, as soon as it answers. */
  open?(place: Place<Port>): Promise<unknown>;
  /** What of the program's environment leads to this engine. */
  settings(place: Place<Port>): Readonly<Record<Setting, string>>;
}

/** Keeps the names of ports and settings in the type. */
export function engine<Port extends string, Setting extends string>(
  it: Engine<Port, Setting>,
): Engine<Port, Setting> {
  return it;
}
