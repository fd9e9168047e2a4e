import type { Rollout } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { flagsText as t } from "../../../text/flags.ts";
import { currentLanguage } from "../../../text/language.ts";

/** For whom a flag is to be on. */
export type Wish = Pick<Rollout, "percent" | "onUserIds" | "offUserIds">;

type List = "onUserIds" | "offUserIds";

const other: Readonly<Record<List, List>> = { onUserIds: "offUserIds", offUserIds: "onUserIds" };

/** Somebody is named in one list at most. */
export function withPerson(wish: Wish, list: List, id: string): Wish {
  const away = withoutPerson(withoutPerson(wish, other[list], id), list, id);
  return { ...away, [list]: [...away[list], id] };
}

export function withoutPerson(wish: Wish, list: List, id: string): Wish {
  return { ...wish, [list]: wish[list].filter((each) => each !== id) };
}

export function isSame(one: Wish, another: Wish): boolean {
  const ids = (wish: Wish) => [wish.percent, ...wish.onUserIds.toSorted(), "", ...wish.offUserIds.toSorted()];
  return ids(one).join(" ") === ids(another).join(" ");
}

const steps = [0, 1, 5, 10, 25, 50, 75, 100];

/** What can be chosen: the usual shares, and what was chosen otherwise. */
export function sharesWith(percent: number): readonly number[] {
  return [...new Set([...steps, percent])].toSorted((a, b) => a - b);
}

export function shareText(percent: number): string {
  if (percent === 0) return t("nobody");
  if (percent === 100) return t("everybody");
  return t("some", { share: (percent / 100).toLocaleString(currentLanguage(), { style: "percent" }) });
}

/** The largest number of people that can be named. */
export const mostNamed = 100;
