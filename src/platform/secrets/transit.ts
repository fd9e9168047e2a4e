import { setTimeout as pause } from "node:timers/promises";
import { inSpan, traceparent } from "../telemetry/tracing.ts";
import { isUntrusted, UNTRUSTED } from "../tls/untrusted.ts";
import { SecretsAwayError, SecretsError } from "./errors.ts";

export interface TransitSettings {
  /** Of Vault or OpenBao, without a slash at the end. */
  readonly address: string;
  /** Mount and name of the key, such as transit/chatter. */
  readonly key: string;
  /** Asked for each call: a token in a file is renewed there by others. */
  readonly token: () => Promise<string>;
  /** How long one try may take; 2 seconds unless it is set. */
  readonly limitMs?: number;
}

interface Call {
  /** What it is for, as its span is called. */
  readonly what: string;
  readonly path: string;
  /** Absent: asks only. */
  readonly body?: object;
  /** Whether it does no harm twice. */
  readonly repeatable?: boolean;
}

const LIMIT_MS = 2_000;
const PAUSES_MS = [100, 400];

/** By the status of the answer; what Vault itself says about it is not passed on. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [400, "VAULT_KEY: Vault cannot do that with the key there, or did not encrypt what it was given"],
  [
    403,
    "VAULT_TOKEN: Vault does not accept it, or its policy does not allow what Chatter needs of VAULT_KEY",
  ],
  [404, "VAULT_KEY: Vault has no such key, or no transit engine is mounted there"],
]);

/** The HTTP API of a key of the transit engine. Neither token nor data are ever part of an error. */
export class Transit {
  readonly #settings: TransitSettings;
  readonly #mount: string;
  readonly #name: string;

  constructor(settings: TransitSettings) {
    this.#settings = settings;
    const slash = settings.key.lastIndexOf("/");
    this.#mount = settings.key.slice(0, slash);
    this.#name = settings.key.slice(slash + 1);
  }

  /** Undefined where there is none. */
  async findKey(): Promise<unknown> {
    const response = await this.#repeat({ what: "read key", path: `keys/${this.#name}` });
    return response.status === 404 ? undefined : dataOf(response);
  }

  /** Does nothing where there is one. */
  async makeKey(): Promise<void> {
    const body = { type: "aes256-gcm96" };
    await this.#change({ what: "make key", path: `keys/${this.#name}`, body });
  }

  async encrypt(plaintext: string): Promise<unknown> {
    const path = `encrypt/${this.#name}`;
    return dataOf(await this.#repeat({ what: "encrypt", path, body: { plaintext } }));
  }

  async decrypt(ciphertext: string): Promise<unknown> {
    const path = `decrypt/${this.#name}`;
    return dataOf(await this.#repeat({ what: "decrypt", path, body: { ciphertext } }));
  }

  async rotate(): Promise<void> {
    const path = `keys/${this.#name}/rotate`;
    await this.#change({ what: "rotate key", path, body: {}, repeatable: false });
  }

  async configure(body: object): Promise<void> {
    await this.#change({ what: "configure key", path: `keys/${this.#name}/config`, body });
  }

  async #change(call: Call): Promise<void> {
    const response = await this.#repeat(call);
    if (!response.ok) throw refusedBy(response);
    await response.body?.cancel();
  }

  /** Tries again what did not arrive, was too much at once, or met a Vault that is starting or sealed. */
  async #repeat(call: Call): Promise<Response> {
    const token = await this.#settings.token();
    for (const pauseMs of call.repeatable === false ? [] : PAUSES_MS) {
      const response = await this.#send(call, token).catch(() => undefined);
      if (response !== undefined && !isPassing(response)) return response;
      await response?.body?.cancel();
      await pause(pauseMs);
    }
    const response = await this.#send(call, token);
    if (!isPassing(response)) return response;
    throw new SecretsAwayError(`VAULT_ADDR: Vault does not serve there now (HTTP ${response.status})`);
  }

  /** One try, in a span of its own. */
  #send(call: Call, token: string): Promise<Response> {
    return inSpan(`vault ${call.what}`, { kind: "CLIENT" }, () => this.#fetch(call, token));
  }

  async #fetch({ path, body }: Call, token: string): Promise<Response> {
    const { address, limitMs = LIMIT_MS } = this.#settings;
    const trace = traceparent();
    try {
      return await fetch(`${address}/v1/${this.#mount}/${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: {
          "X-Vault-Token": token,
          "X-Vault-Request": "true",
          ...(trace !== undefined && { traceparent: trace }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // The token is for this server, and not for one that it names.
        redirect: "manual",
        signal: AbortSignal.timeout(limitMs),
      });
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      if (isUntrusted(cause)) throw new SecretsError(`VAULT_ADDR: ${UNTRUSTED}`, { cause: error });
      throw new SecretsAwayError("VAULT_ADDR: no Vault answers there in time", { cause: error });
    }
  }
}

const isPassing = ({ status }: Response): boolean => status === 429 || status >= 500;

async function dataOf(response: Response): Promise<unknown> {
  if (!response.ok) throw refusedBy(response);
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer === "object" && answer !== null && "data" in answer) return answer.data;
  throw new SecretsError("VAULT_ADDR: what answers there is no Vault");
}

function refusedBy({ status }: Response): SecretsError {
  return new SecretsError(
    REASONS.get(status) ?? `VAULT_ADDR: what answers there is no Vault (HTTP ${status})`,
  );
}
