import type { HtmlTagDescriptor, Plugin } from "vite";

const firstPaintFont = /inter-latin-wght-normal-[^/]*\.woff2$/;

/** Fetches the text font beside the first script, so that letters do not change shape after the first paint. */
export function fontPreloadPlugin(): Plugin {
  return {
    name: "chatter:font-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstPaintFont.test(file))
          .map(
            (file): HtmlTagDescriptor => ({
              tag: "link",
              attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: true },
              injectTo: "head",
            }),
          ),
    },
  };
}
