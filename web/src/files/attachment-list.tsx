import { Download, FileText } from "lucide-react";
import { useMemo, useState } from "react";
import { thumbHashToDataURL } from "thumbhash";
import { sizeText } from "../settings/amounts.ts";
import type { Attachment } from "../store/log/message.ts";
import { fileText as t } from "../text/files.ts";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { LightboxProps } from "./lightbox.tsx";
import { boxOf, isPicture, isVideo, type Picture } from "./look.ts";

const Lightbox = lazyPart<LightboxProps>(() => import("./lightbox.tsx").then((part) => part.Lightbox));

export interface AttachmentListProps {
  readonly attachments: readonly Attachment[];
}

/** The files of a message: pictures in their place, players, and everything else as what can be downloaded. */
export function AttachmentList({ attachments }: AttachmentListProps) {
  const pictures = attachments.filter(isPicture);
  const [shown, setShown] = useState<number>();
  return (
    <div className="flex flex-col gap-2 pt-1">
      {pictures.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {pictures.map((picture, index) => (
            <PictureButton
              key={picture.fileId}
              picture={picture}
              isAlone={pictures.length === 1}
              onPress={() => setShown(index)}
            />
          ))}
        </div>
      )}
      {attachments
        .filter((it) => !isPicture(it))
        .map((it) => (
          <Other key={it.fileId} attachment={it} />
        ))}
      {shown !== undefined && (
        <Lightbox pictures={pictures} at={shown} onMove={setShown} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}

interface PictureButtonProps {
  readonly picture: Picture;
  readonly isAlone: boolean;
  readonly onPress: () => void;
}

function PictureButton({ picture, isAlone, onPress }: PictureButtonProps) {
  const { fileId, name } = picture;
  const [isGone, setGone] = useState(false);
  const { width, height } = boxOf(picture, isAlone);
  const before = useMemo(() => placeholderOf(picture), [picture]);
  if (isGone) return <p className="text-[13px] text-ink3 italic">{t("gone")}</p>;
  return (
    <button
      type="button"
      aria-label={t("show", { name })}
      onClick={onPress}
      style={{ width, aspectRatio: `${width} / ${height}`, backgroundImage: `url(${before})` }}
      className="block max-w-full cursor-zoom-in overflow-hidden rounded-lg border border-line bg-cover bg-center"
    >
      <img
        src={`/files/${fileId}/small`}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        onError={() => setGone(true)}
        className="size-full object-cover"
      />
    </button>
  );
}

function placeholderOf({ picture }: Picture): string {
  const bytes = Uint8Array.from(atob(picture.placeholder), (char) => char.charCodeAt(0));
  return bytes.length < 5 ? "" : thumbHashToDataURL(bytes);
}

function Other({ attachment }: { readonly attachment: Attachment }) {
  const { fileId, name, type, bytes } = attachment;
  const address = `/files/${fileId}`;
  if (isVideo(attachment)) {
    return (
      <video
        controls
        preload="metadata"
        src={address}
        aria-label={name}
        className="aspect-video w-100 max-w-full rounded-lg border border-line bg-[#000]"
      >
        <track kind="captions" />
      </video>
    );
  }
  return (
    <div className="flex min-h-14 w-96 max-w-full items-center gap-3 rounded-lg border border-line bg-panel px-3 py-2">
      <FileText size={22} aria-hidden className="flex-none text-ink3" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-[14px] font-medium">
          {name}
        </p>
        {type.startsWith("audio/") ? (
          <audio controls preload="none" src={address} aria-label={name} className="mt-1 h-8 w-full">
            <track kind="captions" />
          </audio>
        ) : (
          <p className="text-[12.5px] text-ink3">{sizeText(BigInt(bytes))}</p>
        )}
      </div>
      <a
        href={`${address}?download`}
        download={name}
        aria-label={t("download", { name })}
        data-tooltip={t("download", { name })}
        className="inline-grid size-8 flex-none place-items-center rounded-md text-ink2 hover:bg-hover hover:text-ink coarse:size-11"
      >
        <Download size={18} />
      </a>
    </div>
  );
}
