import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { fileText as t } from "../text/files.ts";
import { t as common } from "../text/text.ts";
import { classNames } from "../ui/class-names.ts";
import type { Picture } from "./look.ts";

export interface LightboxProps {
  readonly pictures: readonly Picture[];
  /** Which of them is shown. */
  readonly at: number;
  readonly onMove: (to: number) => void;
  readonly onClose: () => void;
}

const mostZoom = 4;
const steps: Readonly<Record<string, "previous" | "next" | "in" | "out">> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  "+": "in",
  "=": "in",
  "-": "out",
};

/** Pictures over the whole window: arrows lead from one to the next, plus and minus and a press change their size. */
export function Lightbox({ pictures, at, onMove, onClose }: LightboxProps) {
  const { zoom, setZoom, acts, onKeyDown } = useView({ pictures, at, onMove });
  const picture = pictures[at];
  if (picture === undefined) return null;
  const isWhole = zoom === 1;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="anim-appear fixed inset-0 z-10 bg-[#000000eb] text-[#fff]"
    >
      <Modal className="size-full">
        <div role="presentation" onKeyDown={onKeyDown} className="size-full">
          <Dialog aria-label={picture.name} className="flex size-full flex-col outline-none">
            <header className="flex items-center gap-1 px-3 pt-[max(8px,env(safe-area-inset-top))] pb-2">
              <Title picture={picture} at={at} count={pictures.length} />
              <Act
                label={t("zoomOut")}
                isDisabled={isWhole}
                onPress={acts.out}
                icon={<ZoomOut size={20} />}
              />
              <Act
                label={t("zoomIn")}
                isDisabled={zoom === mostZoom}
                onPress={acts.in}
                icon={<ZoomIn size={20} />}
              />
              <DownloadLink picture={picture} />
              <Act label={common("ui.close")} onPress={onClose} icon={<X size={20} />} />
            </header>
            <div className="relative min-h-0 flex-1">
              <div className={classNames("size-full", isWhole ? "overflow-hidden" : "overflow-auto")}>
                <button
                  type="button"
                  aria-label={isWhole ? t("zoomIn") : t("zoomOut")}
                  onClick={() => setZoom(isWhole ? 2 : 1)}
                  style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
                  className={classNames("block p-2", isWhole ? "cursor-zoom-in" : "cursor-zoom-out")}
                >
                  <img
                    key={picture.fileId}
                    src={`/files/${picture.fileId}/large`}
                    alt={picture.name}
                    className="size-full object-contain"
                  />
                </button>
              </div>
              <Turn side="start" label={t("previous")} isShown={at > 0} onPress={acts.previous} />
              <Turn side="end" label={t("next")} isShown={at < pictures.length - 1} onPress={acts.next} />
            </div>
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}

/** Which picture is shown and how large, and what changes it. */
function useView({ pictures, at, onMove }: Pick<LightboxProps, "pictures" | "at" | "onMove">) {
  const [zoom, setZoom] = useState(1);
  const move = (by: number) => {
    if (pictures[at + by] === undefined) return;
    setZoom(1);
    onMove(at + by);
  };
  const scale = (by: number) => setZoom((now) => Math.min(mostZoom, Math.max(1, now * by)));
  const acts = { previous: () => move(-1), next: () => move(1), in: () => scale(2), out: () => scale(0.5) };
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
    const isTurned = getComputedStyle(currentTarget).direction === "rtl";
    const step = steps[isTurned ? (mirrored[key] ?? key) : key];
    if (step !== undefined) acts[step]();
  };
  return { zoom, setZoom, acts, onKeyDown };
}

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

interface TitleProps {
  readonly picture: Picture;
  readonly at: number;
  readonly count: number;
}

function Title({ picture, at, count }: TitleProps) {
  return (
    <p className="min-w-0 flex-1 truncate text-[14px]">
      <bdi>{picture.name}</bdi>
      {count > 1 && <span className="ms-3 text-[#ffffffa6]">{t("position", { index: at + 1, count })}</span>}
    </p>
  );
}

function DownloadLink({ picture: { fileId, name } }: { readonly picture: Picture }) {
  return (
    <a
      href={`/files/${fileId}?download`}
      download={name}
      aria-label={t("download", { name })}
      className={act}
    >
      <Download size={20} />
    </a>
  );
}

const act =
  "inline-grid size-10 flex-none place-items-center rounded-md text-[#ffffffd9] hover:bg-[#ffffff26] hover:text-[#fff] disabled:opacity-40";

interface ActProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function Act({ label, icon, isDisabled = false, onPress }: ActProps) {
  return (
    <button type="button" aria-label={label} disabled={isDisabled} onClick={onPress} className={act}>
      {icon}
    </button>
  );
}

interface TurnProps {
  readonly side: "start" | "end";
  readonly label: string;
  readonly isShown: boolean;
  readonly onPress: () => void;
}

function Turn({ side, label, isShown, onPress }: TurnProps) {
  if (!isShown) return null;
  const Arrow = side === "start" ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={classNames(
        "absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-[#00000099] hover:bg-[#000000d9]",
        side === "start" ? "start-3" : "end-3",
      )}
    >
      <Arrow size={24} aria-hidden className="rtl:-scale-x-100" />
    </button>
  );
}
