/** What a browser can show or play by itself, and cannot run: such content may be opened in place. */
const SHOWN: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "video/mp4",
  "video/webm",
  "audio/mpeg",
  "audio/mp4",
  "audio/ogg",
  "audio/wav",
  "audio/webm",
  "audio/flac",
  "text/plain",
]);

/** What cannot be told from its content. */
export const UNKNOWN_TYPE = "application/octet-stream";
export const PLAIN_TEXT = "text/plain";

/** Everything else is saved and never opened in place, SVG and HTML first of all. */
export const isShown = (type: string): boolean => SHOWN.has(type);

/** Pictures of which smaller ones can be made. */
const PICTURES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
]);
export const isPicture = (type: string): boolean => PICTURES.has(type);
