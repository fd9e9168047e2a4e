import type { Attachment } from "../store/log/message.ts";

const most = { width: 400, height: 300 };
const least = 40;
const inRow = 160;
const gap = 8;
const card = 58;
const player = 225;

export interface Box {
  readonly width: number;
  readonly height: number;
}

export type Picture = Attachment & { readonly picture: NonNullable<Attachment["picture"]> };

export const isPicture = (attachment: Attachment): attachment is Picture => attachment.picture !== undefined;

export const isVideo = ({ type }: Attachment): boolean => type === "video/mp4" || type === "video/webm";

/** The place that a picture has, before and after it is there: one as it is, several in a row. */
export function boxOf({ picture: { width, height } }: Picture, isAlone: boolean): Box {
  if (!isAlone)
    return { width: Math.round(Math.min(320, Math.max(80, (width / height) * inRow))), height: inRow };
  const scale = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(least, Math.round(width * scale)),
    height: Math.max(least, Math.round(height * scale)),
  };
}

/** How high the files of a message stand, where the window is wide enough. */
export function heightOfFiles(attachments: readonly Attachment[] = []): number {
  const pictures = attachments.filter(isPicture);
  const [first] = pictures;
  const shown = first === undefined ? 0 : boxOf(first, pictures.length === 1).height + gap;
  const others = attachments.filter((it) => !isPicture(it));
  return others.reduce((sum, it) => sum + (isVideo(it) ? player : card) + gap, shown);
}

/** The same as a length of CSS, which knows of narrow windows: a picture alone is as wide as there is room. */
export function placeOfFiles(attachments: readonly Attachment[]): string {
  const height = heightOfFiles(attachments);
  const [first, second] = attachments;
  if (first === undefined || second !== undefined || !isPicture(first)) return `${height}px`;
  const box = boxOf(first, true);
  return `min(${height}px, (100vw - 80px) * ${box.height / box.width})`;
}
