import { textsOf } from "./part.ts";

/** What programs did with API keys. */
export const apiLogText = textsOf("apiLog", {
  title: "API log",
  lead: "What programs called with API keys, in whose name and with what result. Nothing of what was in a call is kept.",
  calls: "Calls",
  key: "Key",
  anyKey: "All keys",
  unknownKey: "A key that is revoked",
  person: "In whose name",
  anybody: "Anybody",
  method: "Method",
  anyMethod: "All methods",
  since: "When",
  "since.hour": "In the last hour",
  "since.day": "In the last day",
  "since.week": "In the last week",
  "since.all": "As long as kept",
  onlyFailures: "Only what was refused or failed",
  none: "No calls",
  noneHint: "What programs call with API keys is listed here a second or two later.",
  noneSuch: "No such calls",
  noneSuchHint: "Nothing that is kept matches. Choose less.",
  request: "Request {id}",
  took: "took {time}",
  from: "from {address}",
} as const);
