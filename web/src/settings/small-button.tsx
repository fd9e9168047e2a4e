import { Button, type ButtonProps } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";

/** A button beside something, small for a mouse and large enough for a finger. */
export function SmallButton({ className, ...button }: Omit<ButtonProps, "size">) {
  return <Button {...button} size="small" className={classNames("coarse:min-h-11", className)} />;
}
