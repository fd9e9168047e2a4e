import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { GetOverviewResponse } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { adminText as t } from "../../../text/administration.ts";
import { troublesIn } from "./troubles.ts";

/** What needs attention, with the way to it; or that all is well. */
export function Attention({ overview }: { readonly overview: GetOverviewResponse }) {
  const troubles = troublesIn(overview);
  return (
    <div role="status">
      {troubles.length === 0 ? (
        <div className="flex items-start gap-3 rounded-xl bg-accent-soft px-4 py-3.5">
          <CircleCheck size={20} aria-hidden className="mt-0.5 flex-none text-accent" />
          <div>
            <p className="font-semibold">{t("overview.well")}</p>
            <p className="text-sm text-ink2">{t("overview.wellHint")}</p>
          </div>
        </div>
      ) : (
        <div className="flex items-start gap-3 rounded-xl bg-mention-soft px-4 py-3.5">
          <CircleAlert size={20} aria-hidden className="mt-0.5 flex-none text-mention" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{t("overview.attention")}</p>
            <ul className="mt-1 flex flex-col gap-1">
              {troubles.map(({ text, page }) => (
                <li key={text} className="flex flex-wrap items-center gap-x-2">
                  <span>{text}</span>
                  {page === undefined ? null : (
                    <Link
                      to="/settings/$page"
                      params={{ page }}
                      replace
                      className="font-semibold text-accent underline coarse:py-2"
                    >
                      {t("overview.look")}
                      <span className="sr-only"> · {text}</span>
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
