import { type ApiDocument, findReference, type Operation, type Schema, schemaOf } from "./document.ts";
import { Html, html } from "./html.ts";
import { fieldTable, typeOf } from "./schema-view.ts";
import { STYLE } from "./style.ts";

/** The API document as one page to read, without scripts or other files. */
export function renderApiPage(document: ApiDocument, publicUrl: string): string {
  const { info, tags } = document;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title} API</title><style>${new Html(STYLE)}</style></head><body>
<h1>${info.title} API <span class="dim">${info.version}</span></h1>
${paragraph(info.description)}
<p>A call that is refused answers a <a href="#connect.error">connect.error</a>.
For programs there is <a href="/docs/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Services"><ul>${tags.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>
<main>${tags.map((tag) => service(document, tag, publicUrl))}
<h2 id="types">Types</h2>${sharedTypes(document)}</main></body></html>`.text;
}

function service(document: ApiDocument, tag: ApiDocument["tags"][number], publicUrl: string): Html {
  const operations = Object.entries(document.paths).filter(([, { post }]) => post.tags.includes(tag.name));
  return html`<section><h2 id="${tag.name}">${tag.name}</h2>${paragraph(tag.description)}
    ${operations.map(([path, { post }]) => operation(document, path, post, publicUrl))}</section>`;
}

function operation(document: ApiDocument, path: string, call: Operation, publicUrl: string): Html {
  const method = path.slice(path.lastIndexOf("/") + 1);
  return html`<details id="${path}"><summary><code>${method}</code> ${marks(call)}
    <span>${call.summary}</span></summary><div>${paragraph(call.description)}
    <pre>${example(publicUrl + path, call)}</pre>
    ${fieldTable("Request", resolve(document, schemaOf(call.requestBody.content)))}
    ${fieldTable("Response", resolve(document, schemaOf(call.responses["200"].content)))}</div></details>`;
}

function marks(call: Operation): Html[] {
  const words = [
    call.security?.length === 0 && "public",
    call["x-stream"] && "stream",
    call["x-reads-only"] && "reads only",
  ];
  return words
    .filter((word) => typeof word === "string")
    .map((word) => html`<span class="mark">${word}</span>`);
}

function paragraph(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p>${text}</p>`;
}

function example(url: string, call: Operation): string {
  if (call["x-stream"]) return `POST ${url}`;
  const credentials = call.security?.length === 0 ? "" : `  -H "Authorization: Bearer $TOKEN" \\\n`;
  return `curl ${url} \\\n${credentials}  -H "Content-Type: application/json" -d '{}'`;
}

/** Requests and responses stand with their method. */
function sharedTypes({ components, paths }: ApiDocument): Html[] {
  const ofMethods = new Set(
    Object.values(paths).flatMap(({ post }) =>
      [post.requestBody, post.responses["200"]].map(({ content }) => findReference(schemaOf(content))),
    ),
  );
  return Object.entries(components.schemas)
    .filter(([name]) => !ofMethods.has(name))
    .map(
      ([name, schema]) => html`<details id="${name}"><summary><code>${name}</code></summary>
        <div>${paragraph(schema.description)}${body(schema)}</div></details>`,
    );
}

function body(schema: Schema): Html {
  if (schema.enum === undefined) return fieldTable("Fields", schema);
  return html`<p>${typeOf(schema)}: ${schema.enum.map((value) => html`<code>${value}</code> `)}</p>`;
}

function resolve(document: ApiDocument, schema: Schema): Schema {
  const name = findReference(schema);
  return (name === undefined ? undefined : document.components.schemas[name]) ?? schema;
}
