import { createStore } from "zustand/vanilla";
import type { Org } from "../../../gen/chatter/user/v1/user_pb.js";
import type { Api } from "../api/clients.ts";

const storageKey = "chatter.org";

/** What the organisation is called; kept from the last visit, so that it does not change before one's eyes. */
export class OrgName {
  /** Empty until it is known for the first time. */
  readonly store = createStore(() => localStorage.getItem(storageKey) ?? "");
  readonly #api: Pick<Api, "users">;
  #changes = 0;

  constructor(api: Pick<Api, "users">) {
    this.#api = api;
  }

  /** News may have been missed. What is told while the answer is on its way is newer, or will be followed by it. */
  async read(): Promise<void> {
    const before = this.#changes;
    try {
      const { org } = await this.#api.users.getOrg({});
      if (this.#changes === before) this.changed(org);
    } catch {
      // The name that is known stays until the next connection.
    }
  }

  changed(org: Org | undefined): void {
    if (org === undefined) return;
    this.#changes += 1;
    localStorage.setItem(storageKey, org.name);
    this.store.setState(org.name, true);
  }
}
