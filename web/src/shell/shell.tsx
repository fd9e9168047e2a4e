import { type ReactNode, useRef } from "react";
import { t } from "../text/text.ts";
import { classNames } from "../ui/class-names.ts";
import { lazyPart } from "../ui/lazy-part.tsx";
import { onePane, useMediaQuery } from "../ui/media-query.ts";
import { usePaneWidth } from "./pane-width.ts";
import type { ResizeHandleProps } from "./resize-handle.tsx";
import { SkipLinks } from "./skip-links.tsx";
import { useRegionKeys } from "./use-region-keys.ts";
import { useSwipeBack } from "./use-swipe-back.ts";

const ResizeHandle = lazyPart<ResizeHandleProps>(() =>
  import("./resize-handle.tsx").then((part) => part.ResizeHandle),
);

interface AsideContent {
  /** Names it to screen readers: "Thread". */
  readonly label: string;
  readonly content: ReactNode;
}

interface ShellProps {
  /** Channels, conversations and what leads elsewhere. */
  readonly sidebar: ReactNode;
  /** What the person is looking at. */
  readonly children: ReactNode;
  /** A thread or details beside it. */
  readonly aside?: AsideContent | undefined;
  /** On a phone, where one pane is shown, the one to show when there is no aside. */
  readonly pane: "sidebar" | "main";
  /** A swipe on a phone: to the list, or out of the aside. */
  readonly onBack: () => void;
  /** A line above everything, such as that the connection is lost. */
  readonly banner?: ReactNode;
}

/** The three panes with their landmarks: one beside the other, or one at a time on a phone. */
export function Shell({ sidebar, children, aside, pane, onBack, banner }: ShellProps) {
  const root = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(onePane);
  const shown = aside === undefined ? pane : "aside";
  useRegionKeys(root);
  const swipe = useSwipeBack(onBack, isPhone && shown !== "sidebar");
  return (
    <div ref={root} className="flex h-full flex-col" {...swipe}>
      <SkipLinks />
      {banner}
      <div className="relative flex min-h-0 flex-1">
        <SidebarPane isShown={shown === "sidebar"} isPhone={isPhone}>
          {sidebar}
        </SidebarPane>
        <main
          data-region
          tabIndex={-1}
          className={classNames(
            "flex min-w-0 flex-1 flex-col focus-visible:-outline-offset-2",
            shown !== "main" && "max-pane:hidden",
          )}
        >
          {children}
        </main>
        {aside !== undefined && <AsidePane aside={aside} isPhone={isPhone} />}
      </div>
    </div>
  );
}

interface SidebarPaneProps {
  readonly isShown: boolean;
  readonly isPhone: boolean;
  readonly children: ReactNode;
}

function SidebarPane({ isShown, isPhone, children }: SidebarPaneProps) {
  const pane = usePaneWidth("sidebar");
  return (
    <nav
      data-region
      tabIndex={-1}
      aria-label={t("shell.sidebar")}
      style={isPhone ? undefined : { width: pane.width }}
      className={classNames(
        "relative flex flex-none flex-col border-e border-line bg-panel focus-visible:-outline-offset-2 max-pane:w-full max-pane:border-0",
        !isShown && "max-pane:hidden",
      )}
    >
      {children}
      {!isPhone && <ResizeHandle label={t("shell.resizeSidebar")} edge="end" pane={pane} />}
    </nav>
  );
}

/** On a narrow window it lies over the main pane; on a phone it takes its place. */
function AsidePane({ aside, isPhone }: { readonly aside: AsideContent; readonly isPhone: boolean }) {
  const pane = usePaneWidth("aside");
  return (
    <aside
      data-region
      tabIndex={-1}
      aria-label={aside.label}
      style={isPhone ? undefined : { width: pane.width }}
      className={classNames(
        "anim-aside relative flex min-w-0 flex-none flex-col border-s border-line bg-bg focus-visible:-outline-offset-2",
        "max-aside:absolute max-aside:inset-y-0 max-aside:end-0 max-aside:z-5 max-aside:shadow-raised",
        "max-pane:static max-pane:w-full max-pane:border-0",
      )}
    >
      {aside.content}
      {!isPhone && <ResizeHandle label={t("shell.resizeAside")} edge="start" pane={pane} />}
    </aside>
  );
}
