import { useEffect, useRef } from "react";

/** Stands where the next page begins, and asks for it shortly before it comes into sight. */
export function PageEnd({ onReach }: { readonly onReach: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  });
  useEffect(() => {
    const watch = ([entry]: readonly IntersectionObserverEntry[]) => {
      if (entry?.isIntersecting) latest.current();
    };
    const observer = new IntersectionObserver(watch, { rootMargin: "300px" });
    if (ref.current !== null) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={ref} aria-hidden className="h-px" />;
}
