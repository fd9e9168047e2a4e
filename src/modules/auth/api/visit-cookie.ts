import { hostCookie } from "../../../platform/http/host-cookie.ts";

const MAX_AGE_SECONDS = 15 * 60;

/** Tells that who comes back from the identity provider is the browser that was sent there. */
export const visitCookie = hostCookie("chatter_visit", MAX_AGE_SECONDS);
