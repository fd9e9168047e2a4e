import type { Relationship } from "../authorizer.ts";

export interface Write {
  readonly touch: readonly Relationship[];
  readonly remove: readonly Relationship[];
  /** Nothing is written unless this relationship is there. */
  readonly given?: Relationship;
  /** Nothing is written if this object is related to anything. */
  readonly unless?: string;
}

/** What is asked of a SpiceDB, in our words. Everything rejects where it does not answer in time. */
export interface SpiceDb {
  /** Undefined where none was written yet. */
  findSchema(): Promise<string | undefined>;
  writeSchema(text: string): Promise<void>;
  /** The relationships of one object as they are now; none where the schema does not know its type. */
  read(resource: string): Promise<readonly Relationship[]>;
  /** All of it or nothing; at most 1,000 relationships. Answers the ZedToken of the write. */
  write(write: Write): Promise<string>;
  /** Deletes all relationships of the objects of one type. */
  clear(type: string): Promise<void>;
  /**
   * Whether the subjects have these relations or permissions, all on one state of the store that is at
   * least as fresh as the ZedToken; without one, on that of now.
   */
  check(questions: readonly Relationship[], token?: string): Promise<readonly boolean[]>;
  close(): void;
}
