import { encode } from "uqr";

interface QrCodeProps {
  readonly content: string;
  readonly label: string;
}

// As many modules as cameras are promised around it: on a dark page nothing else parts it from what is beside.
const QUIET = 4;

/** A picture that cameras read, made here: what it says goes nowhere. Dark on light, whatever the theme. */
export function QrCode({ content, label }: QrCodeProps) {
  const { data, size } = encode(content, { border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 self-center rounded-lg"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join("")} fill="#000" />
    </svg>
  );
}
