/** What the beginning of an image tells, whatever its sender called it. */
export interface ImageHeader {
  readonly type: "image/png" | "image/jpeg" | "image/webp";
  readonly width: number;
  readonly height: number;
}

/** Undefined for what is no PNG, JPEG or WebP, or ends before it tells its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(view) ?? readJpeg(view) ?? readWebp(view);
  } catch (error) {
    // Reading past the end: the image ends where its size should stand.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const PNG = 0x89504e47;
const PNG_REST = 0x0d0a1a0a;
const IHDR = 0x49484452;

function readPng(view: DataView): ImageHeader | undefined {
  if (view.getUint32(0) !== PNG || view.getUint32(4) !== PNG_REST || view.getUint32(12) !== IHDR) {
    return undefined;
  }
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

const START_OF_IMAGE = 0xffd8;
const START_OF_SCAN = 0xda;

/** Walks from segment to segment until one tells the size of the frame. */
function readJpeg(view: DataView): ImageHeader | undefined {
  if (view.getUint16(0) !== START_OF_IMAGE) return undefined;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isStartOfFrame(marker)) {
      return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    const length = view.getUint16(at + 2);
    if (marker === START_OF_SCAN || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** C0 to CF, but for the three that define tables and extensions. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const RIFF = 0x52494646;
const WEBP = 0x57454250;
const LOSSY = 0x56503820;
const LOSSLESS = 0x5650384c;
const EXTENDED = 0x56503858;

function readWebp(view: DataView): ImageHeader | undefined {
  if (view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return undefined;
  const size = readWebpSize(view, view.getUint32(12));
  return size && { type: "image/webp", ...size };
}

function readWebpSize(view: DataView, chunk: number): Pick<ImageHeader, "width" | "height"> | undefined {
  const data = 20;
  if (chunk === EXTENDED) return { width: uint24(view, data + 4) + 1, height: uint24(view, data + 7) + 1 };
  if (chunk === LOSSLESS && view.getUint8(data) === 0x2f) {
    const bits = view.getUint32(data + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === LOSSY && uint24(view, data + 3) === 0x2a019d) {
    return {
      width: view.getUint16(data + 6, true) & 0x3fff,
      height: view.getUint16(data + 8, true) & 0x3fff,
    };
  }
  return undefined;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
