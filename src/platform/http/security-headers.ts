import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

/**
 * The styles that react-aria puts into the page while it runs, letter for letter. They are allowed by
 * their hash, so that no other inline style is.
 */
export const UI_KIT_STYLES = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];

/** Nothing may be loaded that this server did not send; nobody may put the client into a frame. */
const CLIENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${UI_KIT_STYLES.map(hashSource).join(" ")}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const PERMISSIONS =
  "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()";
const HALF_A_YEAR_SECONDS = 15_768_000;

/** For every answer. */
export function setBaseHeaders(response: ServerResponse, secure: boolean): void {
  response.setHeader("x-content-type-options", "nosniff");
  if (secure) response.setHeader("strict-transport-security", `max-age=${HALF_A_YEAR_SECONDS}`);
}

/** For pages and what they load. */
export function setPageHeaders(response: ServerResponse, policy: string = CLIENT_POLICY): void {
  response.setHeader("content-security-policy", policy);
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("permissions-policy", PERMISSIONS);
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
}

/** A source expression that allows exactly this inline text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
