import { refusals } from "../../kernel/errors.ts";

/** Why an address that somebody gave is not asked, or what it answers not taken. */
export const refuse = refusals({
  OUTWARD_URL_REFUSED: ["invalid", "Only http and https addresses without user, password or unusual port."],
  OUTWARD_ADDRESS_REFUSED: ["invalid", "This address is not asked from here."],
  OUTWARD_NAME_UNKNOWN: ["unavailable", "There is no server of this name."],
  OUTWARD_UNREACHABLE: ["unavailable", "The server does not answer as servers do."],
  OUTWARD_TIMED_OUT: ["unavailable", "The server takes too long."],
  OUTWARD_REDIRECTED: ["precondition", "The server sends on too often, or may not send on."],
  OUTWARD_TYPE_REFUSED: ["precondition", "The server answers with something else than was asked for."],
  OUTWARD_TOO_LARGE: ["precondition", "The server answers with too much."],
});
