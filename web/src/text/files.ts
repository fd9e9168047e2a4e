import { textsOf } from "./part.ts";

/** What people read where they send files, and look at them. */
export const fileText = textsOf("files", {
  tray: "Files to send",
  progress: "{percent} of {size}",
  waiting: "Waiting",
  paused: "Paused at {percent}",
  failed: "Not uploaded: {reason}",
  pause: "Pause {name}",
  resume: "Go on with {name}",
  retry: "Try {name} again",
  remove: "Remove {name}",
  drop: "Drop files here to send them",
  tooMany: "At most {count} files go with one message.",
  noRoom: "There is room for {size} more.",
  tooLarge: "A file may have at most {size}.",
  noAnswer: "the connection broke off",
  show: "Show {name}",
  download: "Download {name}",
  gone: "This file is not there any more.",
  previous: "Previous picture",
  next: "Next picture",
  zoomIn: "Enlarge",
  zoomOut: "Make smaller",
  position: "{index} of {count}",
} as const);
