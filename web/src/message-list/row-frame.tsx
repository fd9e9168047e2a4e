import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import type { ListMessage, Row } from "./row.ts";

interface RowFrameProps<Message extends ListMessage> {
  readonly row: Row<Message>;
  readonly index: number;
  /** Its number among the messages, from 1; 0 for other rows. */
  readonly position: number;
  /** How many messages there are, -1 when that is not known. */
  readonly total: number;
  /** What a screen reader says of a message when it comes to it. */
  readonly label: string | undefined;
  readonly isFlashing: boolean;
  readonly onFlashed: () => void;
  readonly measure: (element: HTMLDivElement | null) => void;
  readonly children: ReactNode;
}

/** A row's place in the list; the virtualiser writes its `top`. */
export function RowFrame<Message extends ListMessage>(props: RowFrameProps<Message>) {
  const { row, index, position, total, label, isFlashing, onFlashed, measure, children } = props;
  const article = {
    role: "article",
    tabIndex: -1,
    "aria-label": label,
    "data-key": row.key,
    "aria-posinset": position,
    "aria-setsize": total,
  };
  return (
    <div
      ref={measure}
      data-index={index}
      {...(row.kind === "message" && article)}
      onAnimationEnd={isFlashing ? onFlashed : undefined}
      className={classNames("absolute inset-x-0 focus-visible:-outline-offset-2", isFlashing && "anim-flash")}
    >
      {children}
    </div>
  );
}
