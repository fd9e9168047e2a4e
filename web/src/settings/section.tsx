import { type ReactNode, useEffect, useId } from "react";

interface SectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page of the settings. */
export function Section({ title, lead, children }: SectionProps) {
  useEffect(() => {
    document.title = `${title} · Chatter`;
  }, [title]);
  return (
    <>
      <h1 className="hidden text-[22px] leading-snug font-semibold pane:block">{title}</h1>
      {lead === undefined ? null : <p className="text-ink2 pane:mt-1">{lead}</p>}
      <div className="mt-5 flex flex-col gap-9 pane:mt-6">{children}</div>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** A button beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** What belongs together on a page of the settings. */
export function Group({ title, description, action, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-2.5">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-[16px] font-semibold">
            {title}
          </h2>
          {description === undefined ? null : <p className="mt-0.5 text-sm text-ink3">{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
