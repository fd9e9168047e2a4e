import type { MouseEvent, ReactNode } from "react";
import { useMessageText } from "./context.ts";
import type { SafeHref } from "./nodes.ts";

interface MessageLinkProps {
  readonly href: SafeHref;
  readonly children: ReactNode;
}

export function MessageLink({ href, children }: MessageLinkProps) {
  const { onOpenPath } = useMessageText();
  const url = new URL(href);
  if (url.origin !== window.location.origin || onOpenPath === undefined) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpenPath(url.pathname + url.search + url.hash);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
