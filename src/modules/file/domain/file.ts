import type { FileId, OrgId, UserId } from "../../../kernel/ids.ts";

/** The SHA-256 of a content in lower-case hexadecimal: the same content is kept once. */
export type ContentHash = string & { readonly contentHash: true };

/** What somebody uploaded. */
export interface StoredFile {
  readonly id: FileId;
  readonly orgId: OrgId;
  readonly ownerId: UserId;
  readonly name: string;
  /** The media type, found in the content. */
  readonly type: string;
  readonly bytes: number;
  readonly hash: ContentHash;
  readonly uploadedAt: Date;
  /** Absent for what is no picture, and for one that cannot be shown. */
  readonly picture?: Picture;
}

export interface Picture {
  /** In pixels, as it is meant to be seen. */
  readonly width: number;
  readonly height: number;
  /** A ThumbHash. */
  readonly placeholder: Uint8Array;
}

/** A file that is on its way; it will have the same id. */
export interface Upload {
  readonly id: FileId;
  readonly orgId: OrgId;
  readonly ownerId: UserId;
  readonly name: string;
  /** How many there will be. */
  readonly bytes: number;
  readonly begunAt: Date;
}

/** Pictures that are made of a picture, by the longest side in pixels. */
export const renditions = { small: 720, large: 2048 } as const;
export type RenditionName = keyof typeof renditions;
