import {
  Activity,
  Bot,
  Building2,
  CalendarClock,
  Hourglass,
  Inbox,
  KeyRound,
  LogIn,
  type LucideIcon,
  PackageOpen,
  Palette,
  Scale,
  ShieldCheck,
  Ticket,
  UserRound,
  Users,
} from "lucide-react";
import type { Account } from "../store/session/account.ts";
import { adminText } from "../text/administration.ts";
import { apiLogText } from "../text/api-log.ts";
import { keepingText as k } from "../text/keeping.ts";
import { settingsText as t } from "../text/settings.ts";
import { signInText } from "../text/sign-ins.ts";

/** A page of the settings, as its list names it. */
export interface SettingsPage {
  readonly to:
    | "/settings/profile"
    | "/settings/preferences"
    | "/settings/account"
    | "/settings/keys"
    | "/settings/people"
    | "/settings/invitations"
    | "/settings/$page"
    | "/settings/organisation"
    | "/settings/retention"
    | "/settings/export";
  /** Of those that share an address. */
  readonly params?: { readonly page: string };
  readonly title: string;
  readonly icon: LucideIcon;
  readonly group: "own" | "org" | "admin";
}

/** How long the organisation keeps what it has, and how its owners take it along. */
function keepingPages(role: Account["role"]): readonly SettingsPage[] {
  const retention: SettingsPage = {
    to: "/settings/retention",
    title: k("retention.title"),
    icon: Hourglass,
    group: "org",
  };
  if (role !== "owner") return [retention];
  return [retention, { to: "/settings/export", title: k("export.title"), icon: PackageOpen, group: "org" }];
}

const adminPage = (page: string) => ({ to: "/settings/$page", params: { page }, group: "admin" }) as const;

/** How the installation is, for those who manage the organisation. */
const administration = (): readonly SettingsPage[] => [
  { ...adminPage("overview"), title: adminText("overview.title"), icon: Activity },
  { ...adminPage("jobs"), title: adminText("jobs.title"), icon: CalendarClock },
  { ...adminPage("events"), title: adminText("events.title"), icon: Inbox },
  { ...adminPage("rights"), title: adminText("rights.title"), icon: Scale },
  { ...adminPage("sign-ins"), title: signInText("all.title"), icon: LogIn },
  { ...adminPage("api-log"), title: apiLogText("title"), icon: Bot },
];

/** The address of a page. */
export function pathOf({ to, params }: Pick<SettingsPage, "to" | "params">): string {
  return params === undefined ? to : to.replace("$page", params.page);
}

/** The pages that somebody of this role can use. */
export function settingsPages(role: Account["role"]): readonly SettingsPage[] {
  const own: readonly SettingsPage[] = [
    { to: "/settings/profile", title: t("profile.title"), icon: UserRound, group: "own" },
    { to: "/settings/preferences", title: t("preferences.title"), icon: Palette, group: "own" },
    { to: "/settings/account", title: t("account.title"), icon: ShieldCheck, group: "own" },
    { to: "/settings/keys", title: t("keys.title"), icon: KeyRound, group: "own" },
  ];
  const people: SettingsPage = {
    to: "/settings/people",
    title: t("people.title"),
    icon: Users,
    group: "org",
  };
  if (role === "guest") return [...own, people];
  const invitations: SettingsPage = {
    to: "/settings/invitations",
    title: t("invitations.title"),
    icon: Ticket,
    group: "org",
  };
  if (role === "member") return [...own, people, invitations];
  const org: SettingsPage = {
    to: "/settings/organisation",
    title: t("org.title"),
    icon: Building2,
    group: "org",
  };
  return [...own, people, invitations, org, ...administration(), ...keepingPages(role)];
}
