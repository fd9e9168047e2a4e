import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { Menu, type MenuProps } from "./menu.tsx";
import { useWasOpen } from "./was-open.ts";

interface MenuButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly entries: MenuProps["entries"];
  readonly size?: "small" | "medium";
  readonly placement?: MenuProps["placement"];
  /** For a toolbar that would go away with the pointer: it must stay while its menu is open. */
  readonly onOpenChange?: (isOpen: boolean) => void;
}

const lineByKey: Readonly<Record<string, "first" | "last">> = {
  Enter: "first",
  " ": "first",
  ArrowDown: "first",
  ArrowUp: "last",
};

/** An icon that opens a menu, by press or by arrow keys. */
export function MenuButton({ label, icon, entries, size, placement, onOpenChange }: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<"pointer" | "first" | "last">();
  const isOpen = opened !== undefined;
  const isMounted = useWasOpen(isOpen);
  const open = (by: typeof opened) => {
    setOpened(by);
    onOpenChange?.(by !== undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lineByKey[event.key];
    if (line === undefined) return;
    // Without the click that would follow: React Aria takes that for one by a screen reader and leaves the line alone.
    event.preventDefault();
    open(line);
  };
  return (
    <>
      <IconButton
        ref={ref}
        label={label}
        icon={icon}
        {...(size && { size })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={(event) => open(event.detail === 0 ? "first" : "pointer")}
        onKeyDown={onKeyDown}
      />
      {isMounted && (
        <Menu
          label={label}
          entries={entries}
          triggerRef={ref}
          isOpen={isOpen}
          onClose={() => open(undefined)}
          {...(placement && { placement })}
          {...(opened !== "pointer" && opened !== undefined && { focus: opened })}
        />
      )}
    </>
  );
}
