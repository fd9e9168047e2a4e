import type { AuthModule } from "../../modules/auth/index.ts";
import type { ExportSection } from "../../modules/user/index.ts";

const A_PAGE = 200;

/** By what people sign in, and their roles; nothing that opens anything. */
export function accountsSection(
  part: number,
  modules: () => { readonly auth: Pick<AuthModule, "listAccounts"> },
): ExportSection {
  return {
    part,
    async write({ orgId, after }, sink) {
      let last = after;
      while (!sink.enough()) {
        const accounts = await modules().auth.listAccounts(orgId, last, A_PAGE);
        await sink.write(
          accounts.map(({ userId, email, role, emailVerifiedAt, identities }) => ({
            ...{ type: "account", version: 1, user_id: userId, email, role, identities },
            email_verified_at: emailVerifiedAt,
          })),
        );
        last = accounts.at(-1)?.email;
        if (accounts.length < A_PAGE) return undefined;
      }
      return last;
    },
  };
}
