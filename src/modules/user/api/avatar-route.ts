import { isId, type UserId } from "../../../kernel/ids.ts";
import type { PlainRoute } from "../../../platform/http/plain-routes.ts";
import { getAvatar } from "../application/get-avatar.ts";
import type { UserPorts } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";

const FOLDER = "/avatars";
const PATTERN = `${FOLDER}/:userId/:name`;

export function avatarPath(userId: UserId, name: string): string {
  return `${FOLDER}/${userId}/${name}`;
}

/**
 * Serves pictures that people uploaded. Whatever a picture holds besides, a browser takes it for nothing
 * but the image it was found to be, and runs nothing of it even when it is opened by itself.
 */
export function avatarRoute(deps: Pick<UserPorts, "store">): PlainRoute {
  return {
    method: "GET",
    pattern: PATTERN,
    async handle(_request, response, { params, actor }) {
      const { userId = "", name = "" } = params;
      if (!isId("usr", userId)) throw refuse("AVATAR_NOT_FOUND");
      const { type, bytes } = await getAvatar(deps, await actor(), { userId, name });
      response.writeHead(200, {
        "content-type": type,
        "content-length": bytes.length,
        "cache-control": "private, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
      response.end(bytes);
    },
  };
}
