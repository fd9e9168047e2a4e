import { type ReactNode, useEffect, useRef } from "react";

interface ListOptionProps {
  readonly id: string;
  readonly isSelected: boolean;
  /** The keyboard stands on it. */
  readonly isActive: boolean;
  readonly isDisabled?: boolean;
  /** The mouse moves over it. */
  readonly onPoint?: () => void;
  readonly onChoose: () => void;
  readonly className: string;
  readonly children: ReactNode;
}

/** A choice in a list below a field that keeps the keyboard. */
export function ListOption(props: ListOptionProps) {
  const { id, isSelected, isActive, isDisabled = false, onPoint, onChoose, className, children } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-disabled={isDisabled || undefined}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={isDisabled ? undefined : onChoose}
      className={className}
    >
      {children}
    </div>
  );
}
