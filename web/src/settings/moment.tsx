import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { currentLanguage } from "../text/language.ts";
import { dateOf, fromNow } from "./when.ts";

/** How far a moment is from now; the moment itself for who points at it. Nothing where there is none. */
export function Moment({ at }: { readonly at: Timestamp | undefined }) {
  const moment = dateOf(at);
  if (moment === undefined) return null;
  const exact = moment.toLocaleString(currentLanguage(), { dateStyle: "medium", timeStyle: "medium" });
  return (
    <time dateTime={moment.toISOString()} title={exact}>
      {fromNow(moment)}
    </time>
  );
}
