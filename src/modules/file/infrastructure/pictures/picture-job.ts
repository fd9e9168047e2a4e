/** What the process that makes pictures is told: one at a time. */
export interface PictureJob {
  /** The picture. */
  readonly path: string;
  /** Where to write what is made of it. */
  readonly small: string;
  readonly large: string;
}

/** What it answers; undefined for what it cannot show. */
export type PictureMade = {
  readonly width: number;
  readonly height: number;
  /** A ThumbHash in base64. */
  readonly placeholder: string;
} | null;
