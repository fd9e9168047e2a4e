import {
  type GetSetupResponse,
  type Account as ProtoAccount,
  RegistrationMode,
  Role,
} from "../../../../gen/chatter/auth/v1/auth_pb.js";

/** Who is signed in. */
export interface Account {
  readonly userId: string;
  readonly orgId: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly role: "owner" | "admin" | "member" | "guest";
}

/** What a stranger may know. */
export interface Setup {
  /** Nobody is here yet: the first to register makes the organisation. */
  readonly needsOwner: boolean;
  readonly registration: "open" | "invitation" | "closed";
  readonly orgName: string;
  /** A forgotten password can be reset by mail. */
  readonly hasMail: boolean;
  /** Where browsers may use passkeys of this server; empty: nowhere. */
  readonly passkeyOrigin: string;
  /** What people call the identity provider that they can sign in at; empty: there is none. */
  readonly providerName: string;
}

const roles: Readonly<Record<Role, Account["role"]>> = {
  [Role.UNSPECIFIED]: "guest",
  [Role.OWNER]: "owner",
  [Role.ADMIN]: "admin",
  [Role.MEMBER]: "member",
  [Role.GUEST]: "guest",
};

const modes: Readonly<Record<RegistrationMode, Setup["registration"]>> = {
  [RegistrationMode.UNSPECIFIED]: "closed",
  [RegistrationMode.OPEN]: "open",
  [RegistrationMode.INVITATION]: "invitation",
  [RegistrationMode.CLOSED]: "closed",
};

export function accountFromProto({ userId, orgId, email, emailVerified, role }: ProtoAccount): Account {
  return { userId, orgId, email, isEmailVerified: emailVerified, role: roles[role] };
}

export function setupFromProto({ registration, mail, ...setup }: GetSetupResponse): Setup {
  const { needsOwner, orgName, passkeyOrigin, providerName } = setup;
  const isThere = { needsOwner, orgName, passkeyOrigin, providerName };
  return { ...isThere, registration: modes[registration], hasMail: mail };
}

const accountKey = "chatter.account";
const personKey = "chatter.person";

/** Who is signed in on this device as far as it knows, so that the client opens with what they saw. */
export const keptAccount = {
  find(): Account | undefined {
    const kept = read(accountKey);
    return typeof kept === "object" && kept !== null && "userId" in kept ? (kept as Account) : undefined;
  },
  keep(account: Account): void {
    write(accountKey, account);
    write(personKey, account.userId);
  },
  drop(): void {
    write(accountKey, undefined);
  },
  /** Somebody signed out: not even who it was is kept. */
  forget(): void {
    write(accountKey, undefined);
    write(personKey, undefined);
  },
  /** Who was signed in here last: what is kept of them may still be here. */
  lastPerson(): string | undefined {
    const kept = read(personKey);
    return typeof kept === "string" ? kept : undefined;
  },
};

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the next visit begins with a question to the server.
  }
}
