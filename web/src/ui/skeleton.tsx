import { classNames } from "./class-names.ts";

/** A grey place for a line that is on its way. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("anim-skeleton block rounded-md bg-line", className ?? "h-3.5 w-full")}
    />
  );
}

/** Uneven, as what people write is. */
const widths = ["w-11/12", "w-3/5", "w-4/5", "w-2/5", "w-2/3"] as const;

/** The shape of messages on their way. */
export function SkeletonMessages({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-4 px-4 py-3">
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-(--avatar) rounded-[25%]" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className={`h-3.5 ${widths[row % widths.length]}`} />
            {row % 3 === 0 && <Skeleton className={`h-3.5 ${widths[(row + 2) % widths.length]}`} />}
          </div>
        </div>
      ))}
    </div>
  );
}
