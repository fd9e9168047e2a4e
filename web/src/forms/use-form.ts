import { type FormEvent, useRef, useState } from "react";
import { type Failure, failureOf } from "../api/failure.ts";

type Errors<Values> = { readonly [Name in keyof Values]?: string | undefined };

interface FormOptions<Values> {
  readonly initial: Values;
  /** What can be said without asking the server. */
  readonly check?: (values: Values) => Errors<Values>;
  readonly submit: (values: Values) => Promise<void>;
  /** Which field a refusal of the server is about, by its reason. */
  readonly blame?: Readonly<Record<string, keyof Values & string>>;
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}

export interface FormState<Values> {
  readonly values: Values;
  readonly isBusy: boolean;
  /** What is wrong with all of it rather than with one field. */
  readonly failure: Failure | undefined;
  readonly field: (name: keyof Values & string) => FieldProps;
  readonly change: (change: Partial<Values>) => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** The values of a form, what is wrong with them, and its way to the server. */
export function useForm<Values extends Record<string, string>>(
  options: FormOptions<Values>,
): FormState<Values> {
  const { values, errors, change, setErrors } = useValues(options.initial);
  const { isBusy, failure, setFailure, attempt } = useAttempt();
  const refuse = (form: HTMLFormElement, found: Errors<Values>) => {
    setErrors(found);
    const first = Array.from(form.elements).find((element) => hasError(element, found));
    if (first instanceof HTMLElement) first.focus();
  };
  const send = async (form: HTMLFormElement) => {
    const found = await attempt(() => options.submit(values));
    if (found === undefined) return;
    const blamed = blamedFields(found, options);
    if (Object.keys(blamed).length > 0) refuse(form, blamed);
    else setFailure(found);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = options.check?.(values) ?? {};
    if (Object.values(found).some((error) => error !== undefined)) refuse(event.currentTarget, found);
    else void send(event.currentTarget);
  };
  const changeAll = (changed: Partial<Values>) => {
    change(changed);
    setFailure(undefined);
  };
  const field = (name: keyof Values & string): FieldProps => ({
    name,
    value: values[name] ?? "",
    error: errors[name],
    onChange: ({ target }) => changeAll({ [name]: target.value } as Partial<Values>),
  });
  return { values, isBusy, failure, field, change: changeAll, onSubmit };
}

function useValues<Values extends Record<string, string>>(initial: Values) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors<Values>>({});
  const change = (changed: Partial<Values>) => {
    setValues((current) => ({ ...current, ...changed }));
    const answered = Object.fromEntries(Object.keys(changed).map((name) => [name, undefined]));
    setErrors((current) => ({ ...current, ...answered }));
  };
  return { values, errors, change, setErrors };
}

function useAttempt() {
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  // A second press may come before the first has been rendered.
  const isOnItsWay = useRef(false);
  const attempt = async (work: () => Promise<void>): Promise<Failure | undefined> => {
    if (isOnItsWay.current) return undefined;
    isOnItsWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return undefined;
    } catch (error) {
      return failureOf(error);
    } finally {
      isOnItsWay.current = false;
      setBusy(false);
    }
  };
  return { failure, setFailure, isBusy, attempt };
}

function hasError(element: Element, errors: Readonly<Record<string, string | undefined>>): boolean {
  return errors[element.getAttribute("name") ?? ""] !== undefined;
}

/** The fields that a refusal is about, of those that the form has. */
function blamedFields<Values extends Record<string, string>>(
  failure: Failure,
  { initial, blame = {} }: FormOptions<Values>,
): Errors<Values> {
  const name = blame[failure.reason];
  const errors = name === undefined ? failure.fields : { [name]: failure.text };
  return Object.fromEntries(Object.entries(errors).filter(([key]) => key in initial)) as Errors<Values>;
}
