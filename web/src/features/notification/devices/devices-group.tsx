import { createConnectQueryKey, useQuery } from "@connectrpc/connect-query";
import { useQuery as useAnyQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useMemo } from "react";
import { type PushDevice, PushService } from "../../../../../gen/chatter/notification/v1/push_pb.js";
import { createUnaryClient } from "../../../api/unary-client.ts";
import { deviceOf } from "../../../settings/device.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { dateOf, fromNow } from "../../../settings/when.ts";
import { useClient } from "../../../store/client-context.tsx";
import { devicesText as t } from "../../../text/devices.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { abilityOf, takePushes } from "./this-browser.ts";

const { listPushDevices } = PushService.method;

/** The browsers that show notifications while Chatter is closed there. */
export function DevicesGroup() {
  const query = useQuery(listPushDevices, {});
  const { data: ability } = useAnyQuery({ queryKey: ["push ability"], queryFn: abilityOf, gcTime: 0 });
  const action = ability === "possible" && <AddThis />;
  return (
    <Group title={t("title")} description={t("description")} action={action}>
      {ability === undefined || ability === "possible" ? null : <p className="text-ink2">{t(ability)}</p>}
      <Loaded query={query}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p className="text-ink2">{t("none")}</p>
          ) : (
            <Rows label={t("title")}>
              {devices.map((device) => (
                <DeviceRow key={device.id} device={device} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Group>
  );
}

/** The browser is asked only when somebody wants it, after it was said what for. */
function AddThis() {
  const { api, changed } = usePushApi();
  const { isBusy, run } = useAction();
  const add = async () => {
    if (await takePushes(api)) await changed();
    else showToast({ text: t("denied") });
  };
  return (
    <SmallButton isBusy={isBusy} onClick={() => run(add)}>
      {t("add")}
    </SmallButton>
  );
}

function DeviceRow({ device: { id, userAgent, addedAt, lastDeliveredAt } }: { readonly device: PushDevice }) {
  const { api, changed } = usePushApi();
  const { isBusy, run } = useAction();
  const { browser, system, isPhone } = deviceOf(userAgent);
  const name = [browser, system].filter(Boolean).join(" · ") || t("unknown");
  const [added, told] = [dateOf(addedAt), dateOf(lastDeliveredAt)];
  const test = async () => {
    await api.testPushDevice({ deviceId: id });
    showToast({ text: t("tested") });
    await changed();
  };
  const remove = async () => {
    await api.removePushDevice({ deviceId: id });
    await changed();
  };
  return (
    <Row
      icon={isPhone ? <Smartphone size={20} /> : <Monitor size={20} />}
      title={name}
      actions={
        <>
          <SmallButton isBusy={isBusy} aria-label={t("testThis", { device: name })} onClick={() => run(test)}>
            {t("test")}
          </SmallButton>
          <SmallButton
            isBusy={isBusy}
            aria-label={t("removeThis", { device: name })}
            onClick={() => run(remove)}
          >
            {t("remove")}
          </SmallButton>
        </>
      }
    >
      {told ? t("told", { when: fromNow(told) }) : added && t("added", { when: fromNow(added) })}
    </Row>
  );
}

function usePushApi() {
  const { transport } = useClient();
  const queries = useQueryClient();
  const api = useMemo(() => createUnaryClient(PushService, transport), [transport]);
  const queryKey = createConnectQueryKey({ schema: listPushDevices, cardinality: "finite" });
  return { api, changed: () => queries.invalidateQueries({ queryKey }) };
}
