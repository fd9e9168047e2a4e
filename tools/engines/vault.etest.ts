import { expect, it } from "vitest";
import { startEngine } from "./index.ts";

it("Vault reads after a crash what it encrypted before", async () => {
  const vault = await startEngine("vault");
  const { VAULT_ADDR, VAULT_TOKEN } = vault.settings;
  const transit = async (path: string, body: object) => {
    const response = await fetch(`${VAULT_ADDR}/v1/transit/${path}`, {
      method: "POST",
      headers: { "X-Vault-Token": VAULT_TOKEN },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { data: Record<string, string> };
  };
  const plaintext = Buffer.from("a secret").toString("base64");
  await transit("keys/tested", {});
  const { data } = await transit("encrypt/tested", { plaintext });
  await vault.kill();
  await vault.start();
  expect(await transit("decrypt/tested", { ciphertext: data["ciphertext"] })).toMatchObject({
    data: { plaintext },
  });
  await vault.discard();
});
