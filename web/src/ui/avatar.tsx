import { type CSSProperties, useState } from "react";
import { colourOf, initialsOf } from "./avatar-look.ts";
import { classNames } from "./class-names.ts";

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly imageUrl?: string | undefined;
  /** Side in pixels; absent, the size of a message's avatar in the chosen density. */
  readonly size?: number;
  readonly className?: string;
}

/** A person's picture or initials. The name stands beside it wherever it is shown, so it has none of its own. */
export function Avatar({ id, name, imageUrl, size, className }: AvatarProps) {
  const [failedUrl, setFailedUrl] = useState<string>();
  const side = size === undefined ? "var(--avatar)" : `${size}px`;
  const style: CSSProperties = {
    width: side,
    height: side,
    fontSize: `calc(${side} * 0.39)`,
    borderRadius: "25%",
  };
  const look = classNames("flex-none select-none", className);
  if (imageUrl !== undefined && imageUrl !== failedUrl) {
    return (
      <img
        src={imageUrl}
        alt=""
        style={style}
        loading="lazy"
        decoding="async"
        onError={() => setFailedUrl(imageUrl)}
        className={classNames("bg-panel object-cover", look)}
      />
    );
  }
  return (
    <span
      aria-hidden
      style={{ ...style, backgroundColor: colourOf(id) }}
      className={classNames("inline-grid place-items-center font-semibold text-white", look)}
    >
      {initialsOf(name)}
    </span>
  );
}
