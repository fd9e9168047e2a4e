import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DomainError } from "../../../kernel/errors.ts";
import { createRouteFinder } from "../../../platform/http/plain-routes.ts";
import { png } from "../testing/images.ts";
import { createUserWorld, type Person, type UserWorld } from "../testing/world.ts";

let world: UserWorld;
let ada: Person;
let server: Server;

/** The route behind a server that knows whoever says their name. */
async function serve(): Promise<Server> {
  const find = createRouteFinder(world.module.plainRoutes);
  const info = { requestId: "", address: "", userAgent: "", host: "", secure: true };
  const listening = createServer((request, response) => {
    const found = find(request.method ?? "", request.url ?? "");
    if (found === undefined || !("route" in found)) {
      response.writeHead(404).end();
      return;
    }
    const actor = async () => (request.headers.authorization === "Ada" ? ada : undefined);
    const call = { info, actor, params: found.params, query: new URLSearchParams() };
    Promise.resolve(found.route.handle(request, response, call)).catch((error: unknown) => {
      response.writeHead(400).end(error instanceof DomainError ? error.reason : "unexpected");
    });
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  return listening;
}

beforeEach(async () => {
  world = await createUserWorld();
  ada = await world.join("Ada Lovelace");
  server = await serve();
});

afterEach(async () => {
  server.close();
  await world.close();
});

const get = (path: string, authorization = "Ada") =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { authorization } });

describe("the address of a picture", () => {
  it("answers what was uploaded as an image and nothing else, to be kept", async () => {
    const image = png(64, 64);
    const { user } = await ada.api.setAvatar({ image });
    const response = await get(user?.avatarUrl ?? "");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(image);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=31536000, immutable",
    });
  });

  it("answers nobody who is not signed in", async () => {
    const { user } = await ada.api.setAvatar({ image: png(64, 64) });
    expect(await (await get(user?.avatarUrl ?? "", "Eve")).text()).toBe("UNAUTHENTICATED");
  });

  it("leads to nothing once the picture was replaced, nor anywhere else", async () => {
    const { user } = await ada.api.setAvatar({ image: png(64, 64) });
    await ada.api.setAvatar({ image: png(65, 65) });
    for (const path of [user?.avatarUrl ?? "", `/avatars/${ada.userId}/x`, "/avatars/somebody/x"]) {
      expect(await (await get(path)).text()).toBe("AVATAR_NOT_FOUND");
    }
  });
});
