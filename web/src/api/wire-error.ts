import { base64Decode } from "@bufbuild/protobuf/wire";
import { ConnectError } from "@connectrpc/connect";
import { codeOfStatus, codeOnWire } from "./codes.ts";

/** The error of a response that is none of success: what the server says, or what its status means. */
export async function errorIn(response: Response): Promise<ConnectError> {
  const body = await bodyOf(response);
  const code = codeOnWire(textOf(body["code"])) ?? codeOfStatus(response.status);
  const error = new ConnectError(
    textOf(body["message"]) || `HTTP ${response.status}`,
    code,
    response.headers,
  );
  const details = Array.isArray(body["details"]) ? body["details"] : [];
  for (const detail of details.filter(isRecord)) {
    error.details.push({ type: textOf(detail["type"]), value: base64Decode(textOf(detail["value"])) });
  }
  return error;
}

/** Empty where the response is not JSON: a page of a proxy, for example. */
async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) return {};
  const body: unknown = await response.json();
  return isRecord(body) ? body : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
