/** React has had it since 18; what stands in for it in older ones is not needed. */
export function leanStoreShim(code: string): string {
  if (!code.includes("exports.useSyncExternalStore =")) throw new Error("The shim is built in another way.");
  return 'exports.useSyncExternalStore = require("react").useSyncExternalStore;';
}
