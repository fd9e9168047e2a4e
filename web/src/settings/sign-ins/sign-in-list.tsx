import { useInfiniteQuery } from "@connectrpc/connect-query";
import { Fingerprint, KeyRound, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { SignInMethod } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { type SignIn, SignInResult, SignInService } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { pageByPage } from "../../api/page-by-page.ts";
import { signInText as t } from "../../text/sign-ins.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { deviceOf } from "../device.ts";
import { Loaded } from "../loaded.tsx";
import { Moment } from "../moment.tsx";
import { MoreButton } from "../more-button.tsx";
import { Row, Rows, Tag } from "../rows.tsx";

interface SignInListProps {
  readonly label: string;
  /** Of the whole organisation instead of one's own. */
  readonly everybody?: boolean;
  readonly pageSize: number;
  /** Whose it is, where it is not one's own. */
  readonly renderName?: (userId: string) => ReactNode;
}

/** Who came in or tried to, the latest first. */
export function SignInList({ label, everybody = false, pageSize, renderName }: SignInListProps) {
  const query = useInfiniteQuery(
    SignInService.method.listSignIns,
    { everybody, pageSize, pageToken: "" },
    pageByPage,
  );
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const signIns = pages.flatMap((page) => page.signIns);
          if (signIns.length === 0) {
            return (
              <EmptyState icon={<KeyRound size={24} />} title={t("none")}>
                {t("noneHint")}
              </EmptyState>
            );
          }
          return (
            <Rows label={label}>
              {signIns.map((signIn, place) => (
                // They have no name of their own, and stand still.
                <SignInRow key={signIns.length - place} signIn={signIn} name={renderName?.(signIn.userId)} />
              ))}
            </Rows>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function SignInRow({ signIn, name }: { readonly signIn: SignIn; readonly name: ReactNode }) {
  const { browser, system } = deviceOf(signIn.userAgent);
  const device = [browser, system].filter(Boolean).join(" · ") || t("unknownDevice");
  const isIn = signIn.result === SignInResult.IN;
  const title = isIn ? device : resultText(signIn.result);
  const notes = [methodText(signIn.method), isIn ? "" : device, signIn.address].filter(Boolean);
  return (
    <Row
      icon={<SignInIcon signIn={signIn} />}
      title={
        <>
          {name}
          <span className={name === undefined ? undefined : "font-normal text-ink2"}>{title}</span>
          {!isIn && <Tag tone="danger">{t("result.unknown")}</Tag>}
          {signIn.newDevice && <Tag>{t("new")}</Tag>}
        </>
      }
    >
      <Moment at={signIn.at} />
      {notes.map((note) => ` · ${note}`)}
    </Row>
  );
}

function SignInIcon({ signIn }: { readonly signIn: SignIn }) {
  if (signIn.result !== SignInResult.IN) return <ShieldAlert size={20} />;
  return signIn.method === SignInMethod.PASSKEY ? <Fingerprint size={20} /> : <KeyRound size={20} />;
}

function resultText(result: SignInResult): string {
  switch (result) {
    case SignInResult.IN:
      return t("result.in");
    case SignInResult.WRONG_PASSWORD:
      return t("result.wrongPassword");
    case SignInResult.WRONG_CODE:
      return t("result.wrongCode");
    case SignInResult.COPIED_PASSKEY:
      return t("result.copiedPasskey");
    case SignInResult.DEACTIVATED:
      return t("result.deactivated");
    // Of a newer server.
    default:
      return t("result.unknown");
  }
}

/** By what somebody signed in. */
export function methodText(method: SignInMethod): string {
  switch (method) {
    case SignInMethod.PASSWORD:
      return t("method.password");
    case SignInMethod.PASSKEY:
      return t("method.passkey");
    case SignInMethod.TOTP:
      return t("method.totp");
    case SignInMethod.RECOVERY_CODE:
      return t("method.recoveryCode");
    case SignInMethod.PROVIDER:
      return t("method.provider");
    case SignInMethod.PROVIDER_AND_FACTOR:
      return t("method.providerAndFactor");
    // Of a newer server.
    default:
      return t("method.unknown");
  }
}
