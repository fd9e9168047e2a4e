// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as ReactModule from "react";
import type * as ReactDomModule from "react-dom";
import type * as ReactDomClient from "react-dom/client";
import { describe, expect, it } from "vitest";
import { leanReactDom } from "./lean-react.ts";

const load = createRequire(import.meta.url);
const codeOf = (pack: string, file: string) =>
  readFileSync(join(load.resolve(`${pack}/package.json`), `../cjs/${file}.production.js`), "utf8");
const full = codeOf("react-dom", "react-dom-client");

/** React as it is in production, with a react-dom made of this code. */
async function reactWith(code: string) {
  const has: Record<string, unknown> = { scheduler: load("scheduler") };
  const run = (source: string) => {
    const exports = {};
    new Function("exports", "require", source)(exports, (name: string) => has[name]);
    return exports;
  };
  has["react"] = run(codeOf("react", "react"));
  has["react-dom"] = run(codeOf("react-dom", "react-dom"));
  return {
    React: has["react"] as typeof ReactModule,
    dom: has["react-dom"] as typeof ReactDomModule,
    client: run(code) as typeof ReactDomClient,
  };
}

type Loaded = Awaited<ReturnType<typeof reactWith>>;

/** Goes through what the client does with React, and tells what the page was after each step. */
async function walk({ React, dom, client }: Loaded): Promise<readonly string[]> {
  const { createElement: h, useState, Suspense } = React;
  const told: string[] = [];
  let change: (step: number) => void = () => undefined;
  const part = Promise.withResolvers<{ default: () => ReactModule.ReactNode }>();
  const Lazy = React.lazy(() => part.promise);

  class Boundary extends React.Component<{ children: ReactModule.ReactNode }, { failed: boolean }> {
    override state = { failed: false };
    static getDerivedStateFromError = () => ({ failed: true });
    override componentDidCatch = (error: Error) => void told.push(error.message);
    override render = () => (this.state.failed ? "caught" : this.props.children);
  }
  const Breaks = () => {
    throw new Error("broken");
  };

  function Page() {
    const [step, setStep] = useState(0);
    const later = React.useDeferredValue(step);
    const ref = React.useRef<HTMLUListElement>(null);
    change = (next) => React.startTransition(() => setStep(next));
    React.useLayoutEffect(() => {
      told.push(`layout ${step} of ${ref.current?.childElementCount}`);
      return () => void told.push(`left ${step}`);
    }, [step]);
    const rows = step % 2 === 0 ? ["a", "b", "c"] : ["c", "d", "a"];
    return h(
      React.StrictMode,
      null,
      h("ul", { ref }, ...rows.map((row) => h("li", { key: row, "data-later": later }, row))),
      h("svg", { viewBox: "0 0 1 1" }, h("title", null, "Drawn"), h("use", { href: "#a" })),
      h("style", null, "a{}"),
      h(
        "form",
        { onSubmit: (event) => event.preventDefault() },
        h("input", { value: step, readOnly: true }),
        h(
          "select",
          { value: "y", onChange: () => undefined },
          h("option", { value: "x" }),
          h("option", { value: "y" }),
        ),
        h("textarea", { defaultValue: "text" }),
        h("button", { onClick: () => setStep(3) }, "3"),
      ),
      h(Suspense, { fallback: "waits" }, step > 0 && h(Lazy)),
      h(Boundary, null, step > 1 ? h(Breaks) : "whole"),
      dom.createPortal(h("p", { style: { top: step } }, "portal"), document.body),
      h(React.Fragment, { key: step }, "words"),
    );
  }

  document.body.innerHTML = "<main></main>";
  const root = client.createRoot(document.querySelector("main") as HTMLElement, {
    onCaughtError: () => undefined,
  });
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
    told.push(document.documentElement.outerHTML);
  };
  dom.flushSync(() => root.render(h(Page)));
  await settle();
  change(1);
  await settle();
  part.resolve({ default: () => "lazy" });
  await settle();
  change(2);
  await settle();
  document.querySelector("button")?.click();
  document.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  root.unmount();
  await settle();
  document.body.replaceChildren();
  return told;
}

describe("react-dom for the browser", () => {
  it("shows what the full one shows", async () => {
    const lean = await walk(await reactWith(leanReactDom(full)));
    expect(lean).toEqual(await walk(await reactWith(full)));
    expect(lean.join()).toContain("caught");
  });

  it("says what was left out where it is reached after all", async () => {
    const { React, client, dom } = await reactWith(leanReactDom(full));
    const errors: unknown[] = [];
    const root = client.createRoot(document.createElement("main"), {
      onUncaughtError: (error) => errors.push(error),
    });
    const Form = () => React.createElement("p", null, React.useActionState(() => 0, 0)[0]);
    dom.flushSync(() => root.render(React.createElement(Form)));
    expect(errors).toEqual([new Error("Left out of this client: actions of forms")]);
  });

  it("is not built when a new version is made in another way", () => {
    expect(() => leanReactDom("exports.createRoot = 1")).toThrow("in another way");
  });
});
