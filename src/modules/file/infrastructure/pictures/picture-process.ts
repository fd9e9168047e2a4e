import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { renditions } from "../../domain/file.ts";
import type { PictureJob, PictureMade } from "./picture-job.ts";

/*
 * Makes pictures in a process of its own: what a hostile file does to the decoder, it does to nobody else. Started by
 * picture-renderer.ts, which tells it one job at a time and ends it when it takes too long.
 */

// A picture of this size takes 256 MB where it must be in memory as a whole.
const MOST_PIXELS = 64_000_000;
const PLACEHOLDER_SIDE = 100;
const QUALITY = 80;

// Of all that the library can read, only what is shown: no SVG, no documents.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadPngFile",
    "VipsForeignLoadWebpFile",
    "VipsForeignLoadNsgifFile",
    "VipsForeignLoadHeifFile",
  ],
});
sharp.cache(false);

/** What is made carries no metadata: not where it was taken, nor by what. */
async function make({ path, small, large }: PictureJob): Promise<PictureMade> {
  const picture = sharp(path, { limitInputPixels: MOST_PIXELS, sequentialRead: true }).autoOrient();
  const { autoOrient } = await picture.metadata();
  await picture.clone().resize(within(renditions.large)).webp({ quality: QUALITY }).toFile(large);
  await sharp(large).resize(within(renditions.small)).webp({ quality: QUALITY }).toFile(small);
  const { data, info } = await sharp(small)
    .resize(within(PLACEHOLDER_SIDE))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const placeholder = Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
  return { width: autoOrient.width, height: autoOrient.height, placeholder };
}

const within = (side: number) =>
  ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;

process.on("message", (job: PictureJob) => {
  make(job).then(
    (made) => process.send?.(made),
    // What cannot be read is no picture; the parent does not need to know in which way.
    () => process.send?.(null),
  );
});
process.on("disconnect", () => process.exit());
