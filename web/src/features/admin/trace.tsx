interface TraceProps {
  readonly title: string;
  /** As the server wrote it: its first line says most. */
  readonly text: string;
}

/** What something failed with: its first line, and the rest for who wants it. */
export function Trace({ title, text }: TraceProps) {
  const [first = ""] = text.split("\n");
  if (first === text) return <p className="mt-1 break-words text-mention">{text}</p>;
  return (
    <details className="mt-1">
      <summary
        aria-label={`${title}: ${first}`}
        className="cursor-pointer break-words text-mention coarse:py-2"
      >
        {first}
      </summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        className="mt-1.5 max-h-60 overflow-auto rounded-lg bg-code p-3 font-mono text-[12px] leading-relaxed text-ink2"
      >
        {text}
      </pre>
    </details>
  );
}
