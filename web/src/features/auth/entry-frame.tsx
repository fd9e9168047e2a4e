import { type ReactNode, useEffect, useRef } from "react";

interface EntryFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** The page took the place of another without a field to begin with: screen readers begin with its title. */
  readonly isTitleFocused?: boolean;
  readonly children: ReactNode;
  /** Where else one may want to go. */
  readonly footer?: ReactNode;
}

/** The page around a form for people who are not in yet: calm, narrow, alone. */
export function EntryFrame({ title, lead, isTitleFocused = false, children, footer }: EntryFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Chatter`;
    if (isTitleFocused) heading.current?.focus();
  }, [title, isTitleFocused]);
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-panel px-4 pt-[max(2rem,env(safe-area-inset-top))] pb-[max(2rem,env(safe-area-inset-bottom))]">
      <div className="my-auto flex w-full max-w-104 flex-col gap-5">
        <Mark />
        <div className="rounded-2xl border border-line bg-raised p-6 shadow-raised pane:p-8">
          <h1
            ref={heading}
            tabIndex={-1}
            className="outline-none text-[22px] leading-snug font-semibold text-balance"
          >
            {title}
          </h1>
          {lead === undefined ? null : <p className="mt-1.5 text-ink2">{lead}</p>}
          <div className="mt-6">{children}</div>
        </div>
        {footer === undefined ? null : (
          <div className="flex flex-col items-center gap-2 text-center text-sm text-ink2">{footer}</div>
        )}
      </div>
    </main>
  );
}

function Mark() {
  return (
    <p className="flex items-center justify-center gap-2.5 text-[17px] font-semibold">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      Chatter
    </p>
  );
}
