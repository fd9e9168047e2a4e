import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { fileText as t } from "../text/files.ts";

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;

/** The conversation around it takes files that are dropped onto it, and says so while they are above it. */
export function DropZone({ onFiles }: DropZoneProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const [pane, setPane] = useState<Element>();
  const [isAbove, setAbove] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => setPane(mark.current?.closest("[data-takes-files]") ?? undefined), []);
  useEffect(() => {
    if (!(pane instanceof HTMLElement)) return;
    // The pointer leaves one element of the pane when it enters the next.
    let depth = 0;
    const step = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = Math.max(0, depth + by);
      setAbove(depth > 0);
    };
    const [enter, leave] = [step(1), step(-1)];
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setAbove(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    pane.addEventListener("dragenter", enter);
    pane.addEventListener("dragleave", leave);
    pane.addEventListener("dragover", over);
    pane.addEventListener("drop", drop);
    return () => {
      pane.removeEventListener("dragenter", enter);
      pane.removeEventListener("dragleave", leave);
      pane.removeEventListener("dragover", over);
      pane.removeEventListener("drop", drop);
    };
  }, [pane]);
  return (
    <>
      <span ref={mark} hidden />
      {isAbove && pane !== undefined && createPortal(<Invitation />, pane)}
    </>
  );
}

function Invitation() {
  return (
    <div className="anim-appear pointer-events-none absolute inset-2 z-3 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-raised/90">
      <p className="flex items-center gap-2.5 text-[15px] font-semibold text-accent">
        <Upload size={20} aria-hidden />
        {t("drop")}
      </p>
    </div>
  );
}
