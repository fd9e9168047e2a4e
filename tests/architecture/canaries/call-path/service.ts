import type { Post } from "./post.ts";
import { toView } from "./view.ts";

export const service = (app: { post: Post; announce(): Promise<void> }) => ({
  async send(text: string) {
    const posted = await app.post(text);
    await app.announce();
    return toView(posted);
  },
  async unrelated() {
    await app.announce();
  },
});
