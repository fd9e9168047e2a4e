import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answersHttp } from "./checks.ts";
import { engine, type Place } from "./engine.ts";
import { EngineError } from "./errors.ts";

const token = "chatter-development";

/**
 * Not in its own development mode, which forgets its keys when it stops: it keeps them in its folder, together with
 * what unseals it.
 */
export const vault = engine({
  title: "Vault",
  source: { module: "vault", program: "vault" },
  ports: { http: 18200 },
  prepare: (place) => writeFile(file(place, "vault.json"), JSON.stringify(configuration(place))),
  command: (place) => ({ args: ["server", `-config=${file(place, "vault.json")}`] }),
  check: (place) => answersHttp(`${address(place)}/v1/sys/health?uninitcode=200&sealedcode=200`),
  open: async (place) => {
    if (existsSync(file(place, "unseal.json"))) await unseal(place);
    else await initialize(place);
  },
  settings: (place) => ({ VAULT_ADDR: address(place), VAULT_TOKEN: token }),
});

interface Initialized {
  readonly keys: readonly [string];
  readonly root_token: string;
}

function configuration(place: Place<"http">): object {
  return {
    storage: { file: { path: file(place, "data") } },
    listener: [{ tcp: { address: `127.0.0.1:${place.ports.http}`, tls_disable: true } }],
    api_addr: address(place),
    disable_mlock: true,
  };
}

async function initialize(place: Place<"http">): Promise<void> {
  const asked = { secret_shares: 1, secret_threshold: 1 };
  const { keys, root_token } = (await call(place, "sys/init", asked)) as Initialized;
  await writeFile(file(place, "unseal.json"), JSON.stringify({ key: keys[0] }));
  await unseal(place);
  await call(place, "sys/mounts/transit", { type: "transit" }, root_token);
  await call(place, "auth/token/create-orphan", { id: token, policies: ["root"] }, root_token);
}

async function unseal(place: Place<"http">): Promise<void> {
  await call(place, "sys/unseal", JSON.parse(await readFile(file(place, "unseal.json"), "utf8")));
}

async function call(place: Place<"http">, path: string, body: object, rootToken = ""): Promise<unknown> {
  const response = await fetch(`${address(place)}/v1/${path}`, {
    method: "POST",
    headers: { "X-Vault-Token": rootToken },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new EngineError(`Vault refuses ${path}: ${text.trim()}`);
  return text === "" ? undefined : JSON.parse(text);
}

function address({ ports }: Place<"http">): string {
  return `http://127.0.0.1:${ports.http}`;
}

function file({ folder }: Place, name: string): string {
  return join(folder, name);
}
