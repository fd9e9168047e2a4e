// @vitest-environment happy-dom
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { beforeAll, describe, expect, it } from "vitest";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { fetchReasons } from "../api/failure.ts";
import { perform, render } from "../testing/render.ts";
import { TextField } from "../ui/text-field.tsx";
import { Form } from "./form.tsx";
import { useForm } from "./use-form.ts";

type Submit = (values: { email: string; name: string }) => Promise<void>;

function Example({ submit }: { readonly submit: Submit }) {
  const form = useForm({
    initial: { email: "", name: "" },
    check: ({ email }) => ({ email: email === "" ? "Enter an address." : undefined }),
    blame: { EMAIL_TAKEN: "email" },
    submit,
  });
  return (
    <Form problem={form.failure?.text} onSubmit={form.onSubmit} actions={<button type="submit">Go</button>}>
      <TextField {...form.field("name")} label="Name" />
      <TextField {...form.field("email")} label="Email" />
    </Form>
  );
}

async function fill(submit: Submit) {
  const { container } = await render(<Example submit={submit} />);
  const input = (name: string) => container.querySelector<HTMLInputElement>(`[name=${name}]`);
  const type = (name: string, text: string) =>
    perform(() => {
      const field = input(name);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field?.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const send = () => perform(() => container.querySelector("form")?.requestSubmit());
  const errorOf = (name: string) => {
    const ids = input(name)?.getAttribute("aria-describedby")?.split(" ") ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
  };
  const problem = () => container.querySelector("form > [role=alert]")?.textContent;
  return { type, send, errorOf, problem };
}

const refusal = (reason: string, sentence: string) =>
  new ConnectError(sentence, Code.AlreadyExists, undefined, [
    { desc: ErrorDetailSchema, value: create(ErrorDetailSchema, { reason }) },
  ]);

// A call of the real client awaits them before it fails.
beforeAll(fetchReasons);

describe("a form", () => {
  it("is sent when nothing is wrong with it", async () => {
    const sent: unknown[] = [];
    const { type, send, problem } = await fill(async (values) => void sent.push(values));
    await type("email", "ada@example.org");
    await send();
    expect(sent).toEqual([{ email: "ada@example.org", name: "" }]);
    expect(problem()).toBe("");
  });

  it("is not sent before it is filled in, and says where and goes there", async () => {
    const { send, errorOf } = await fill(() => expect.unreachable("it must not be sent"));
    await send();
    expect(errorOf("email")).toBe("Enter an address.");
    expect(document.activeElement?.getAttribute("name")).toBe("email");
  });

  it("shows a refusal at the field it is about, until that changes", async () => {
    const { type, send, errorOf, problem } = await fill(() =>
      Promise.reject(refusal("EMAIL_TAKEN", "Taken.")),
    );
    await type("email", "ada@example.org");
    await send();
    expect(errorOf("email")).toBe("There is an account with this email address already.");
    expect(problem()).toBe("");
    await type("email", "ada@example.com");
    expect(errorOf("email")).toBe("");
  });

  it("shows what is about no field of it as a whole", async () => {
    const { type, send, problem } = await fill(() =>
      Promise.reject(refusal("REGISTRATION_CLOSED", "Nobody can register.")),
    );
    await type("email", "ada@example.org");
    await send();
    expect(problem()).toBe("Nobody can register here at the moment.");
  });

  it("is sent once, however often it is pressed meanwhile", async () => {
    let calls = 0;
    const { type, send } = await fill(() => {
      calls += 1;
      return new Promise(() => {});
    });
    await type("email", "ada@example.org");
    await send();
    await send();
    expect(calls).toBe(1);
  });
});
