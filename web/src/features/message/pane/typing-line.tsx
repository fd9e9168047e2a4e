import { useMessageText } from "../../../markdown/context.ts";
import { useTyping } from "../../../store/hooks.ts";
import { t } from "../../../text/text.ts";

interface TypingLineProps {
  readonly channelId: string;
  readonly threadRootId?: string | undefined;
}

/** Who is typing. Its place is kept free, so that nothing moves when somebody begins. */
export function TypingLine({ channelId, threadRootId }: TypingLineProps) {
  const { userIds } = useTyping(channelId, threadRootId);
  const { person } = useMessageText();
  const names = userIds.map((id) => person(id)?.name ?? t("message.unknownPerson"));
  return (
    <p aria-live="off" className="h-5.5 flex-none truncate px-5 text-[12.5px] leading-5.5 text-ink3">
      {typingText(names)}
    </p>
  );
}

function typingText(names: readonly string[]): string {
  const [first, second, third] = names;
  if (first === undefined) return "";
  if (second === undefined) return t("typing.one", { name: first });
  return third === undefined ? t("typing.two", { first, second }) : t("typing.many");
}
