import { describe, expect, it } from "vitest";
import { permissions } from "./authorizer.ts";
import { compileSchema, loadSchema } from "./compile-schema.ts";

const withUser = (text: string): string => `definition user {}\n${text}`;

const refused: readonly (readonly [what: string, schema: string, fault: string])[] = [
  ["text that is no schema", "definition {", "Expected one of"],
  ["a schema without people", "definition org {}", "there is no definition of user"],
  ["a type that is defined twice", withUser("definition a {} definition a {}"), "a is defined twice"],
  [
    "a name that is defined twice",
    withUser("definition a { relation r: user permission r = r }"),
    "a#r is defined twice",
  ],
  ["an unknown type", withUser("definition a { relation r: b }"), "a#r: b is not defined"],
  ["an unknown set", withUser("definition a { relation r: a#s }"), "a#r: a#s is not defined"],
  ["everybody of a type that is not people", withUser("definition a { relation r: a:* }"), "a#r: a:* is not"],
  ["an unknown name", withUser("definition a { permission p = q }"), "a#p: q is not defined"],
  [
    "an arrow from what is no relation",
    withUser("definition a { permission p = q->r }"),
    "q, in front of an arrow, is not a relation",
  ],
  [
    "an arrow that leads nowhere",
    withUser("definition a { relation r: a permission p = r->q }"),
    "r->q leads nowhere for a",
  ],
  [
    "an arrow over a set",
    withUser("definition a { relation m: user relation r: a | a#m permission p = r->m }"),
    "r->m leads nowhere for a#m",
  ],
  [
    "caveats",
    withUser("caveat day(d int) { d == 1 } definition a { relation r: user with day }"),
    "a#r: caveats are not supported",
  ],
  [
    "a named arrow",
    withUser("definition a { relation r: a relation m: user permission p = r.all(m) }"),
    "a#p: .all() is not supported",
  ],
];

describe("a schema", () => {
  it("of the program compiles, and its permissions are those that the program may ask for", () => {
    const defined = [...loadSchema()].map(([type, definition]) => [type, [...definition.permissions.keys()]]);
    expect(Object.fromEntries(defined)).toEqual({ ...permissions, user: [] });
  });

  it.each(refused)("is refused with %s", (_, text, fault) => {
    expect(() => compileSchema(text)).toThrow(fault);
  });

  it("is refused with all that is wrong at once", () => {
    expect(() => compileSchema(withUser("definition a { relation r: b permission p = q }"))).toThrow(
      /b is not defined[^]*q is not defined/,
    );
  });
});
