import { useQuery } from "@connectrpc/connect-query";
import { RetentionService } from "../../../../../../gen/chatter/message/v1/retention_pb.js";
import { timeText } from "../../../../retention/kept-time.ts";
import { keepingText as t } from "../../../../text/keeping.ts";
import { KeptForm } from "./kept-form.tsx";

interface KeptPartProps {
  readonly channelId: string;
  readonly canManage: boolean;
}

/** How long messages of a channel are kept, for everybody to know; to be changed by those who may. */
export function KeptPart({ channelId, canManage }: KeptPartProps) {
  const { data } = useQuery(RetentionService.method.getChannelRetention, { channelId });
  const retention = data?.retention;
  if (retention === undefined) return null;
  const mayChange = canManage && (retention.channelsMayDiffer || retention.ownDays !== undefined);
  if (!mayChange && retention.days === 0) return null;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t("retention.inChannel")}</h3>
      {mayChange ? (
        <KeptForm key={retention.ownDays} channelId={channelId} retention={retention} />
      ) : (
        <p className="text-ink2">{t("retention.fixed", { time: timeText(retention.days) })}</p>
      )}
    </section>
  );
}
