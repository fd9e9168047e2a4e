import { findReference, type Schema } from "./document.ts";
import { type Html, html } from "./html.ts";

const STRUCTURE = new Set([
  "$ref",
  "type",
  "description",
  "properties",
  "required",
  "items",
  "format",
  "title",
]);

/** The fields of an object: name, type, and what is said and demanded of it. */
export function fieldTable(caption: string, schema: Schema): Html {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return html`<p><strong>${caption}</strong> <span class="dim">no fields</span></p>`;
  const rows = fields.map(([name, field]) => fieldRow(name, field, schema.required?.includes(name) ?? false));
  return html`<table><caption>${caption}</caption>${rows}</table>`;
}

function fieldRow(name: string, field: Schema, required: boolean): Html {
  const rules = [required ? "required" : "", ...rulesOf(field)].filter((rule) => rule !== "").join(", ");
  return html`<tr><th><code>${name}</code></th><td>${typeOf(field)}</td>
    <td>${field.description} <span class="dim">${rules}</span></td></tr>`;
}

/** Links to what has a name of its own. */
export function typeOf(schema: Schema): Html {
  const name = findReference(schema);
  if (name !== undefined) return html`<a href="#${name}">${name.slice(name.lastIndexOf(".") + 1)}</a>`;
  if (schema.items !== undefined) return html`list of ${typeOf(schema.items)}`;
  const values = schema.additionalProperties;
  if (typeof values === "object") return html`map to ${typeOf(values)}`;
  return html`${schema.format ?? [schema.type ?? "any"].flat().join(" or ")}`;
}

/** What remains of the schema are its rules, under the names that JSON Schema gives them. */
function rulesOf(schema: Schema): string[] {
  const rules = Object.entries({ ...schema, ...schema.items }).filter(([name]) => !STRUCTURE.has(name));
  return rules.map(([name, value]) =>
    name === "enum" ? `one of ${list(value)}` : `${name} ${JSON.stringify(value)}`,
  );
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}
