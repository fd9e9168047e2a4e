/** By its beginning a secret tells what it is, to us and to whoever finds it in the wrong place. */
export const BEGINS_WITH = { session: "chs_", apiKey: "chk_" };

export function kindOfCredential(text: string): "session" | "apiKey" | "accessToken" {
  if (text.startsWith(BEGINS_WITH.session)) return "session";
  return text.startsWith(BEGINS_WITH.apiKey) ? "apiKey" : "accessToken";
}
