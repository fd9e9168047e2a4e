import type { UserId } from "../../kernel/ids.ts";
import type { Relationship, Resource, ResourceType } from "./authorizer.ts";

/** Why somebody has a permission, or lacks it. */
export interface Explanation {
  /** As it is decided now, by whatever engine. */
  readonly permitted: boolean;
  /** The relationships that together give it, from the resource to the person; one way of several. */
  readonly grantedBy: readonly Relationship[];
  /**
   * Where nothing gives it: relationships that are not there, each of which opens a way. A subject without an
   * id, such as org, stands for any of that type.
   */
  readonly missing: readonly Relationship[];
  /** What takes it away, such as a channel that is archived. */
  readonly deniedBy: readonly Relationship[];
}

/** One relationship that was written or removed. */
export interface RelationshipChange extends Relationship {
  /** Grows with time, but for changes in the same moment. */
  readonly id: bigint;
  readonly at: Date;
  /** Undefined where it followed from nobody's act. */
  readonly by: UserId | undefined;
  readonly removed: boolean;
}

export interface ChangesAsked {
  /** Type and id; absent: of everything. */
  readonly resource?: string | undefined;
  /** Absent: of everybody. */
  readonly user?: UserId | undefined;
  /** Only what is older than this change. */
  readonly before?: bigint | undefined;
  readonly limit: number;
}

/** For those who answer for the rights of others. */
export interface Oversight {
  /** Undefined where schema.zed knows no such permission. */
  explain(
    user: UserId,
    permission: string,
    resource: Resource<ResourceType>,
  ): Promise<Explanation | undefined>;
  /** The latest first. */
  listChanges(asked: ChangesAsked): Promise<readonly RelationshipChange[]>;
}
