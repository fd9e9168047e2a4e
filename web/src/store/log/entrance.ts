import type { MyChannel } from "../channels/channel.ts";
import type { Place } from "./read-page.ts";

// The latest page holds fifty, and some of what was read should stand before what was not.
const fitsLatestPage = 30;

/** Where a visit of a channel begins: where one stopped reading, or at the end if that is near. */
export function entranceOf(mine: MyChannel | undefined): Place {
  if (mine === undefined || mine.unread <= fitsLatestPage) return { at: "latest" };
  return { at: "seq", seq: mine.membership.readSeq + 1 };
}
