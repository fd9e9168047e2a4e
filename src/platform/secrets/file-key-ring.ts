import { randomBytes } from "node:crypto";
import { SecretsError } from "./errors.ts";
import { changeKeys, createKeys, type Keys, readKeys } from "./key-file.ts";
import type { KeyRing, Wrapped } from "./key-ring.ts";
import { KEY_BYTES, seal, unseal } from "./sealed.ts";

/**
 * Keys in a file that only its owner may read. It is made when the first secret is encrypted, and read anew
 * each time, so that all programs on it know of a rotation at once. Servers on other machines have a copy.
 */
export class FileKeyRing implements KeyRing {
  readonly name = "file";
  readonly #file: string;
  #made = false;

  constructor(file: string) {
    this.#file = file;
  }

  async wrap(dataKey: Uint8Array): Promise<Wrapped> {
    const keys = await this.#keysOrFirst();
    const version = keys.current;
    const sealed = seal(this.#key(keys, version), dataKey, boundTo(version));
    return { version, text: sealed.toString("base64url") };
  }

  async unwrap({ version, text }: Wrapped): Promise<Buffer> {
    const key = this.#key(await this.#keys(), version);
    try {
      return unseal(key, Buffer.from(text, "base64url"), boundTo(version));
    } catch {
      throw new SecretsError(
        `${this.#file} is not the one that secrets in the database were encrypted by: bring that one back.`,
      );
    }
  }

  async current(): Promise<number> {
    return (await readKeys(this.#file))?.current ?? 0;
  }

  async prepare(): Promise<number> {
    return newestOf(await changeKeys(this.#file, (found) => prepared(this.#there(found))));
  }

  async rotate(): Promise<number> {
    const { current } = await changeKeys(this.#file, (found) => {
      const { keys } = prepared(this.#there(found));
      return { current: newestOf({ keys }), keys };
    });
    return current;
  }

  async forgetBefore(version: number): Promise<void> {
    await changeKeys(this.#file, (found) => {
      const { current, keys } = this.#there(found);
      return { current, keys: new Map([...keys].filter(([each]) => each >= version || each >= current)) };
    });
  }

  /** Once there was a file here, it is missing when it is gone, and not replaced by one with other keys. */
  async #keysOrFirst(): Promise<Keys> {
    if (!this.#made && (await readKeys(this.#file)) === undefined)
      await createKeys(this.#file, { current: 1, keys: new Map([[1, randomBytes(KEY_BYTES)]]) });
    return this.#keys();
  }

  async #keys(): Promise<Keys> {
    const keys = this.#there(await readKeys(this.#file));
    this.#made = true;
    return keys;
  }

  #there(keys: Keys | undefined): Keys {
    if (keys !== undefined) return keys;
    throw new SecretsError(
      `${this.#file} is missing: bring it back from a backup, or copy it from another server. The first server of a new installation makes it.`,
    );
  }

  #key({ keys }: Keys, version: number): Buffer {
    const key = keys.get(version);
    if (key !== undefined) return key;
    throw new SecretsError(
      `${this.#file} has no version ${version} of the key, which secrets in the database are encrypted by: copy the file of the server where the key was rotated.`,
    );
  }
}

const boundTo = (version: number): string => `data key by version ${version}`;
const newestOf = ({ keys }: Pick<Keys, "keys">): number => Math.max(...keys.keys());

/** With a version newer than the current one: that which is there, or a fresh one. */
function prepared({ current, keys }: Keys): Keys {
  const newest = newestOf({ keys });
  if (newest > current) return { current, keys };
  return { current, keys: new Map([...keys, [newest + 1, randomBytes(KEY_BYTES)]]) };
}
