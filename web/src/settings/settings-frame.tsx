import { useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { ArrowLeft, X } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { QueryProvider } from "../api/query.tsx";
import { useClient } from "../store/client-context.tsx";
import { settingsText as t } from "../text/settings.ts";
import { classNames } from "../ui/class-names.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { SettingsNav } from "./settings-nav.tsx";
import type { SettingsPage } from "./settings-pages.ts";

interface SettingsFrameProps {
  readonly pages: readonly SettingsPage[];
  /** The page that is shown; on a phone the list of pages comes first. */
  readonly page: SettingsPage | undefined;
  readonly children: ReactNode;
}

/** The list of pages beside the page; on a phone one after the other. */
export function SettingsFrame({ pages, page, children }: SettingsFrameProps) {
  const { transport } = useClient();
  const close = useClose();
  useEscape(close);
  return (
    <main tabIndex={-1} className="flex h-full flex-col bg-bg pane:flex-row">
      <nav
        aria-label={t("title")}
        className={classNames(
          "flex flex-none flex-col border-line bg-panel pb-[env(safe-area-inset-bottom)] max-pane:min-h-0 max-pane:flex-1 pane:w-66 pane:border-e",
          page !== undefined && "max-pane:hidden",
        )}
      >
        <Bar title={t("title")}>
          <IconButton
            label={t("close")}
            icon={<ArrowLeft size={20} className="rtl:-scale-x-100" />}
            onClick={close}
            className="-ms-1.5 pane:hidden"
          />
        </Bar>
        <SettingsNav pages={pages} />
      </nav>
      <div
        role="region"
        aria-label={page?.title ?? t("title")}
        data-read
        tabIndex={-1}
        className={classNames(
          "relative flex min-h-0 min-w-0 flex-1 flex-col focus-visible:-outline-offset-2",
          page === undefined && "max-pane:hidden",
        )}
      >
        <PhoneBar title={page?.title ?? ""} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto max-w-2xl px-4 pt-4 pb-[max(3rem,env(safe-area-inset-bottom))] pane:px-8 pane:pt-10">
            <QueryProvider transport={transport}>{children}</QueryProvider>
          </div>
        </div>
        <IconButton
          label={t("close")}
          shortcut="escape"
          icon={<X size={20} />}
          onClick={close}
          className="absolute end-4 top-4 max-pane:hidden"
        />
      </div>
    </main>
  );
}

function Bar({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <header className="flex h-13.5 flex-none items-center gap-2 border-b border-line px-4">
      {children}
      {/* Beside a page its own title is the first heading. */}
      <h1 className="flex-1 truncate text-[16px] font-semibold pane:hidden">{title}</h1>
      <p className="flex-1 truncate text-[16px] font-semibold max-pane:hidden">{title}</p>
    </header>
  );
}

/** On a phone the name of the page, and the way back to the list. */
function PhoneBar({ title }: { readonly title: string }) {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  // The list, and with it what had the focus, has just gone. On a wide window this is hidden and takes none.
  useEffect(() => {
    if (title !== "") heading.current?.focus();
  }, [title]);
  const back = () => void navigate({ to: "/settings", replace: true });
  return (
    <header className="flex h-13.5 flex-none items-center gap-2 border-b border-line px-4 pane:hidden">
      <IconButton
        label={t("back")}
        icon={<ArrowLeft size={20} className="rtl:-scale-x-100" />}
        onClick={back}
        className="-ms-1.5"
      />
      <h1 ref={heading} tabIndex={-1} className="flex-1 truncate text-[16px] font-semibold outline-none">
        {title}
      </h1>
    </header>
  );
}

/** Leads back to where one came from. Pages of the settings replace each other, so that is one step back. */
function useClose(): () => void {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  return useCallback(() => {
    if (canGoBack) router.history.back();
    else void navigate({ href: "/", replace: true });
  }, [router, canGoBack, navigate]);
}

function useEscape(close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // What is being written must not be lost by a key, and what lies above closes first.
      const isWriting =
        event.target instanceof HTMLElement &&
        event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
      if (isWriting || document.querySelector("[role=dialog], [role=menu], [role=listbox]") !== null) return;
      close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [close]);
}
