import { avatarSide, cropOf, largestAvatar } from "./crop.ts";

/** What was chosen is no picture that this browser can read. */
export class NotAPicture extends Error {
  override readonly name = "NotAPicture";
}

interface Attempt {
  readonly type: string;
  readonly quality?: number;
  /** The size in bytes up to which the result is taken. */
  readonly most: number;
}

const attempts: readonly Attempt[] = [
  { type: "image/png", most: 96 * 1024 },
  { type: "image/webp", quality: 0.92, most: largestAvatar },
  { type: "image/jpeg", quality: 0.9, most: largestAvatar },
  { type: "image/jpeg", quality: 0.6, most: largestAvatar },
];

/** Makes a square of at most 512 pixels of what somebody chose, so that nobody waits for a photograph of 12 MB. */
export async function prepareAvatar(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await decode(file);
  const { x, y, side } = cropOf(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(side, avatarSide);
  canvas.height = canvas.width;
  const pen = canvas.getContext("2d");
  if (pen === null || side === 0) throw new NotAPicture();
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
  picture.close();
  return encode(canvas);
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new NotAPicture(undefined, { cause });
  }
}

/** PNG keeps drawings sharp; photographs are large in it and become WebP, or JPEG in Safari. */
async function encode(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  for (const { type, quality, most } of attempts) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    // A browser that cannot write a type writes PNG instead.
    if (blob?.type === type && blob.size <= most) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new NotAPicture();
}
