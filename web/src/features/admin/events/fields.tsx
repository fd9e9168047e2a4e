import type { EventField } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { useUser } from "../../../store/hooks.ts";
import { adminText as t } from "../../../text/administration.ts";

/** What an event tells, without what people wrote. */
export function Fields({ fields }: { readonly fields: readonly EventField[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("events.fields")}</h3>
      {fields.length === 0 ? (
        <p className="text-sm text-ink2">{t("events.noFields")}</p>
      ) : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {fields.map((field) => (
            <FieldLine key={field.path} field={field} />
          ))}
        </dl>
      )}
      {fields.some(({ withheld }) => withheld > 0) && (
        <p className="text-[13px] text-ink3">{t("events.withheldHint")}</p>
      )}
    </section>
  );
}

function FieldLine({ field: { path, value, withheld } }: { readonly field: EventField }) {
  return (
    <>
      <dt className="font-mono text-[13px] text-ink3">{path}</dt>
      <dd className="break-all">
        {withheld > 0 ? (
          <span className="text-ink3 italic">{t("events.withheld", { count: withheld })}</span>
        ) : (
          <Value value={value} />
        )}
      </dd>
    </>
  );
}

/** A person by name, anything else as it is. */
function Value({ value }: { readonly value: string }) {
  const user = useUser(value.startsWith("usr_") ? value : "");
  return (
    <>
      {user === undefined ? null : `${user.name} `}
      <code className="text-[13px] text-ink2">{value}</code>
    </>
  );
}
