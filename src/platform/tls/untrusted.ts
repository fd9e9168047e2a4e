const CODES = /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS_)/;
const WORDS = /certificate|altnames/i;

/** Whether a connection failed because nobody vouches for the other side. Some clients pass on words alone. */
export function isUntrusted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (typeof code === "string" && CODES.test(code)) || WORDS.test(error.message);
}

/** What an operator does about it, after the name of the variable that leads there. */
export const UNTRUSTED =
  "the server's certificate is not accepted; set NODE_EXTRA_CA_CERTS to the file of its authority's, and use the name it is for";
