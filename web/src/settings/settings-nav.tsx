import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { settingsText as t } from "../text/settings.ts";
import { onePane, useMediaQuery } from "../ui/media-query.ts";
import type { SettingsPage } from "./settings-pages.ts";

/** The pages of the settings, by what they are about. */
export function SettingsNav({ pages }: { readonly pages: readonly SettingsPage[] }) {
  return (
    <div className="flex flex-1 flex-col gap-1 overflow-y-auto p-2">
      <PageList title={t("nav.own")} pages={pages.filter(({ group }) => group === "own")} />
      <PageList title={t("nav.org")} pages={pages.filter(({ group }) => group === "org")} />
      <PageList title={t("nav.admin")} pages={pages.filter(({ group }) => group === "admin")} />
    </div>
  );
}

function PageList({ title, pages }: { readonly title: string; readonly pages: readonly SettingsPage[] }) {
  const isPhone = useMediaQuery(onePane);
  if (pages.length === 0) return null;
  return (
    <>
      <h2 className="px-2.5 pt-3 pb-1 text-[12px] font-semibold text-ink3">{title}</h2>
      <ul className="flex flex-col gap-0.5">
        {pages.map(({ page, title: name, icon: Icon }) => (
          <li key={page}>
            <Link
              to="/settings/$page"
              params={{ page }}
              replace
              className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-ink2 transition hover:bg-hover data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-ink coarse:min-h-12"
            >
              <Icon size={18} aria-hidden className="text-ink3" />
              <span className="flex-1">{name}</span>
              {isPhone && <ChevronRight size={18} aria-hidden className="text-ink3 rtl:-scale-x-100" />}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
