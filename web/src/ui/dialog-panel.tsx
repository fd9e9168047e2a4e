import { X } from "lucide-react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../text/text.ts";
import { classNames } from "./class-names.ts";
import type { DialogProps } from "./dialog.tsx";
import { IconButton } from "./icon-button.tsx";
import { MendsFocus } from "./lost-focus.tsx";

const widths = { small: "pane:max-w-md", medium: "pane:max-w-xl", large: "pane:max-w-3xl" } as const;

export function DialogPanel({ title, isOpen, onClose, children, footer, ...look }: DialogProps) {
  const { size = "medium", isTitleHidden = false, isFullOnPhone = false } = look;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="anim-appear fixed inset-0 z-10 flex items-end justify-center bg-scrim pane:items-start pane:px-4 pane:pt-[12vh]"
    >
      <Modal className={classNames("anim-rise w-full", widths[size])}>
        <Dialog
          className={classNames(
            "flex flex-col overflow-hidden border border-line bg-raised pb-[env(safe-area-inset-bottom)] shadow-raised outline-none pane:max-h-[76vh] pane:rounded-2xl",
            isFullOnPhone
              ? "max-pane:h-dvh max-pane:border-0 max-pane:pt-[env(safe-area-inset-top)]"
              : "max-h-[88dvh] rounded-t-2xl",
          )}
        >
          <MendsFocus />
          <header
            className={classNames("flex items-center gap-3 px-5 pt-4 pb-2", isTitleHidden && "sr-only")}
          >
            <Heading slot="title" className="flex-1 text-[17px] font-semibold">
              {title}
            </Heading>
            <IconButton label={t("ui.close")} icon={<X size={18} />} onClick={onClose} className="-me-2" />
          </header>
          <div
            className={classNames(
              "min-h-0 flex-1 overflow-y-auto",
              !isTitleHidden && "px-5 py-2",
              isFullOnPhone && "flex flex-col",
            )}
          >
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="flex justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
