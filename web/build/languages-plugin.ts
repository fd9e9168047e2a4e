import type { Plugin } from "vite";
import { languages } from "../src/text/languages.ts";

/** Tells public/appearance.js where each language is, so that it is fetched beside the first script. */
export function languagesPlugin(): Plugin {
  const tags = Object.keys(languages).filter((tag) => tag !== "en");
  return {
    name: "chatter:languages",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((each) => each.type === "chunk");
        const attributes = tags.map((tag) => {
          const module = `/src/text/${tag}/index.ts`;
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
          return ` data-${tag}="${chunk === undefined ? module : `/${chunk.fileName}`}"`;
        });
        return html.replace('<script src="/appearance.js"', (script) => script + attributes.join(""));
      },
    },
  };
}
