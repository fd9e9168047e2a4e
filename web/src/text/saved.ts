import { textsOf } from "./part.ts";

/** What people read where they keep messages for later. */
export const savedText = textsOf("saved", {
  title: "Saved",
  save: "Save for later",
  unsave: "Remove from saved",
  saved: "Saved for later",
  lists: "Which saved messages",
  "in.saved": "In progress",
  "in.done": "Done",
  done: "Mark as done",
  again: "Back to in progress",
  remove: "Remove from saved",
  savedAt: "saved {when}",
  loading: "Loading what you saved",
  failed: "What you saved could not be loaded",
  retry: "Try again",
  more: "Show more",
  "none.saved": "Nothing is waiting",
  "none.done": "Nothing is done yet",
  "noneText.saved":
    "Point at a message and choose “Save for later”, or press S on it. Only you see what you save.",
  "noneText.done": "What you mark as done comes here.",
  deleted: "This message was deleted.",
} as const);
