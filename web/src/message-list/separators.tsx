import { t } from "../text/text.ts";

const line =
  "flex items-center gap-3 px-4 py-2.5 text-[12.5px] font-semibold before:h-px before:flex-1 after:h-px after:flex-1";

export function DaySeparator({ label }: { readonly label: string }) {
  return <h2 className={`${line} text-ink3 before:bg-line after:bg-line`}>{label}</h2>;
}

export function UnreadDivider() {
  return <h2 className={`${line} text-mention before:bg-mention after:bg-mention`}>{t("list.unread")}</h2>;
}
