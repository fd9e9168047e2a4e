import type { FileId } from "../../../kernel/ids.ts";

/** A file as it was when the message was posted: all that a reader needs before asking for its content. */
export interface Attachment {
  readonly fileId: FileId;
  readonly name: string;
  /** The media type, found in its content. */
  readonly type: string;
  readonly bytes: number;
  /** Absent for what is no picture. */
  readonly picture?: Picture;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** A ThumbHash. */
  readonly placeholder: Uint8Array;
}
