import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { t } from "../text/text.ts";
import { classNames } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { dismissToast, type Toast, toastStore } from "./toast-store.ts";

const shownFor = 6_000;

/** Shows what `showToast` says. Mount it once; it is a live region, so it stands there when empty. */
export function ToastRegion() {
  const toasts = useStore(toastStore);
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      aria-label={t("ui.notifications")}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-none fixed inset-x-4 top-[max(4rem,env(safe-area-inset-top))] z-20 flex flex-col-reverse items-center gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
      ))}
    </section>
  );
}

function ToastCard({ toast, isHeld }: { readonly toast: Toast; readonly isHeld: boolean }) {
  const { id, text, tone, action, isLasting = false } = toast;
  useEffect(() => {
    if (isHeld || isLasting) return undefined;
    const timer = setTimeout(() => dismissToast(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, isHeld, isLasting]);
  const act = () => {
    dismissToast(id);
    action?.run();
  };
  return (
    <div
      className={classNames(
        "anim-toast pointer-events-auto flex max-w-full items-center gap-3 rounded-xl border py-1.5 ps-4 pe-2 text-sm shadow-raised",
        tone === "danger" ? "border-mention bg-mention-soft" : "border-line bg-raised",
      )}
    >
      <p className="min-w-0 flex-1">{text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          onClick={act}
          className="rounded-md px-2 py-1 font-semibold text-accent hover:bg-hover"
        >
          {action.label}
        </button>
      )}
      <IconButton
        label={t("ui.dismiss")}
        icon={<X size={16} />}
        size="small"
        onClick={() => dismissToast(id)}
      />
    </div>
  );
}
