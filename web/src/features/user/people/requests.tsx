import { useStore } from "zustand";
import type { ContactRequest } from "../../../store/circle/circle.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { useUsers } from "../../../store/hooks.ts";
import { socialText as t } from "../../../text/social.ts";
import { Button } from "../../../ui/button.tsx";
import { PersonLine, type PersonWays } from "./person-line.tsx";
import { useCircleCall } from "./use-person-actions.tsx";

/** Who asked the reader to be a contact, and whom the reader asked. */
export function Requests({ ways }: { readonly ways: PersonWays }) {
  const { received, sent } = useStore(useWorkspace().circle.store);
  if (received.length + sent.length === 0) {
    return <p className="py-8 text-center text-ink3">{t("noRequests")}</p>;
  }
  return (
    <div className="-mx-2 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2">
      {received.length > 0 && <Some title={t("received")} requests={received} ways={ways} isReceived />}
      {sent.length > 0 && <Some title={t("sent")} requests={sent} ways={ways} />}
    </div>
  );
}

interface SomeProps {
  readonly title: string;
  readonly requests: readonly ContactRequest[];
  readonly ways: PersonWays;
  readonly isReceived?: boolean;
}

function Some({ title, requests, ways, isReceived = false }: SomeProps) {
  const users = useUsers(requests.map(({ userId }) => userId));
  const known = requests.flatMap((request) => {
    const user = users.get(request.userId);
    return user === undefined ? [] : [{ user, note: request.note }];
  });
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-[13px] font-semibold text-ink3">{title}</h3>
      <ul>
        {known.map(({ user, note }) => (
          <PersonLine key={user.id} user={user} ways={ways} note={note}>
            {isReceived && <Answers userId={user.id} name={user.name} />}
          </PersonLine>
        ))}
      </ul>
    </section>
  );
}

function Answers({ userId, name }: { readonly userId: string; readonly name: string }) {
  const run = useCircleCall();
  const answer = (accept: boolean) => run((api) => api.answerRequest({ userId, accept }));
  return (
    <span className="flex flex-none gap-1">
      <Button
        size="small"
        tone="primary"
        aria-label={t("acceptNamed", { name })}
        onClick={() => answer(true)}
      >
        {t("accept")}
      </Button>
      <Button size="small" aria-label={t("declineNamed", { name })} onClick={() => answer(false)}>
        {t("decline")}
      </Button>
    </span>
  );
}
