import type { Reaction } from "../../../store/log/message.ts";
import { currentLanguage } from "../../../text/language.ts";
import { t } from "../../../text/text.ts";

const mostNamed = 8;

/** "You, Amara and 3 others": the reader first, then whose names are known, in the order in which they reacted. */
export function namesOfReaction(
  { count, mine, userIds }: Pick<Reaction, "count" | "mine" | "userIds">,
  me: string,
  nameOf: (userId: string) => string | undefined,
): string {
  const others = userIds.flatMap((id) => (id === me ? [] : (nameOf(id) ?? [])));
  const known = [...(mine ? [t("message.you")] : []), ...others].slice(0, mostNamed);
  const rest = count - known.length;
  if (known.length === 0) return t("message.andOthers", { names: "", count }).trim();
  if (rest > 0) return t("message.andOthers", { names: known.join(", "), count: rest });
  return new Intl.ListFormat(currentLanguage()).format(known);
}
