import { Bot, ShieldAlert } from "lucide-react";
import type { ApiCall } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { durationText } from "../../../settings/amounts.ts";
import { Moment } from "../../../settings/moment.tsx";
import { Row, Tag } from "../../../settings/rows.tsx";
import { apiLogText as t } from "../../../text/api-log.ts";
import { PersonName } from "../person-name.tsx";

/** One call of a program. */
export function CallRow({ call }: { readonly call: ApiCall }) {
  const { method, code, apiKeyName, durationMs, address, requestId } = call;
  const [service = "", name = ""] = method.split("/");
  const isWell = code === "ok";
  return (
    <Row
      icon={isWell ? <Bot size={20} /> : <ShieldAlert size={20} />}
      title={
        <>
          {name}
          <span className="font-normal text-ink2">{service}</span>
        </>
      }
      actions={<Tag tone={isWell ? "quiet" : "danger"}>{code}</Tag>}
    >
      <Moment at={call.at} />
      {" · "}
      {apiKeyName || t("unknownKey")}
      {" · "}
      <PersonName id={call.userId} />
      {[t("took", { time: durationText(durationMs) }), t("from", { address })].map((note) => ` · ${note}`)}
      <br />
      <code className="text-[12px] break-all">{t("request", { id: requestId })}</code>
    </Row>
  );
}
