import { readFile } from "node:fs/promises";
import { answerText } from "../answers.ts";
import type { PlainRoute } from "../plain-routes.ts";
import { hashSource, setPageHeaders } from "../security-headers.ts";
import type { ApiDocument } from "./document.ts";
import { renderApiPage } from "./page.ts";
import { STYLE } from "./style.ts";

const POLICY = `default-src 'none'; style-src ${hashSource(STYLE)}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The API for people (/docs/api) and for programs (/docs/api/openapi.json), both from the document's file. */
export function apiDocsRoutes(file: string, publicUrl: string): PlainRoute[] {
  let page: string | undefined;
  return [
    {
      method: "GET",
      pattern: "/docs/api",
      async handle(_request, response) {
        page ??= renderApiPage(JSON.parse(await readFile(file, "utf8")) as ApiDocument, publicUrl);
        setPageHeaders(response, POLICY);
        answerText(response, 200, page, "text/html");
      },
    },
    {
      method: "GET",
      pattern: "/docs/api/openapi.json",
      async handle(_request, response) {
        answerText(response, 200, await readFile(file, "utf8"), "application/json");
      },
    },
  ];
}
