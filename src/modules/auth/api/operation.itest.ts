import { inspect } from "node:util";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import { Code } from "@connectrpc/connect";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { OPERATOR } from "../../../kernel/actor.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

let world: AuthWorld;
let owner: Person;
let mia: Person;
let count = 0;

beforeAll(async () => {
  world = await createAuthWorld({ mail: true });
  owner = await world.founder();
});
beforeEach(async () => {
  count += 1;
  mia = await world.invite(owner, Role.MEMBER, `Mia${count}`);
  world.letters.length = 0;
});
afterAll(() => world.close());

const operation = () => world.module.operation;
const subjects = () => world.letters.map(({ subject }) => subject);
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const isRefused = (reason: string) => expect.objectContaining({ reason });

describe("the operator", () => {
  it("sees everybody, and nothing that opens anything", async () => {
    const people = await operation().list();
    expect(people).toContainEqual(expect.objectContaining({ email: mia.email, role: "member" }));
    expect(inspect([people, await operation().show(mia.email)], { depth: 9 })).not.toMatch(
      /argon2|passwordHash/,
    );
  });

  it("names people by address or id, and is told where nobody has it", async () => {
    expect((await operation().show(mia.userId)).userId).toBe(mia.userId);
    expect((await operation().show(` ${mia.email.toUpperCase()}`)).userId).toBe(mia.userId);
    await expect(operation().show("nobody@example.org")).rejects.toEqual(isRefused("ACCOUNT_NOT_FOUND"));
    await expect(operation().show("nobody")).rejects.toEqual(isRefused("EMAIL_MALFORMED"));
  });

  it("invites by a link that opens, without an account to make it", async () => {
    const email = `zoe${count}@example.org`;
    const { url } = await operation().invite(email, "admin");
    expect(subjects()).toEqual(["You are invited"]);
    const { invitations } = await owner.api.listInvitations({});
    expect(invitations).toContainEqual(expect.objectContaining({ email, createdBy: OPERATOR }));
    const came = { email, password: PASSWORD, name: "Zoe", invitation: tokenOf(url) };
    expect((await world.caller().register(came)).account?.role).toBe(Role.ADMIN);
  });

  it("ends, closes and opens an account, which is noted as the operator's act", async () => {
    expect(await operation().endSessions(mia.email)).toBe(1);
    await expect(mia.api.getSession({})).rejects.toMatchObject({ code: Code.Unauthenticated });
    const { ended } = await owner.api.oversight.listAccountSessions({ userId: mia.userId });
    expect(ended).toMatchObject([{ endedBy: OPERATOR }]);

    await operation().deactivate(mia.email);
    await expect(world.signIn(mia.email)).rejects.toMatchObject({ code: Code.PermissionDenied });
    await operation().reactivate(mia.email);
    await operation().setRole(mia.email, "guest");
    expect((await (await world.signIn(mia.email)).api.getSession({})).account?.role).toBe(Role.GUEST);
    const { changes } = await owner.api.oversight.listRelationshipChanges({ userId: mia.userId });
    expect(changes.slice(0, 4).map(({ changedBy }) => changedBy)).toEqual(Array(4).fill(OPERATOR));
  });

  it("keeps the last owner", async () => {
    await expect(operation().deactivate(owner.email)).rejects.toEqual(isRefused("LAST_OWNER"));
    await expect(operation().setRole(owner.email, "admin")).rejects.toEqual(isRefused("LAST_OWNER"));
    await owner.api.getSession({});
  });

  it("makes a link to a new password, of which its owner is told", async () => {
    const { url } = await operation().recoveryLink(mia.email);
    expect(url).toMatch(/^https:\/\/chat\.example\.org\/reset\//);
    expect(subjects()).toEqual(["Your account can be recovered"]);
    const newPassword = "a heron in the harbour";
    await world.caller().resetPassword({ token: tokenOf(url), newPassword });
    await world.signIn(mia.email, newPassword);
  });

  it("removes a second factor, of which its owner is told", async () => {
    await expect(operation().removeSecondFactor(mia.email)).rejects.toEqual(isRefused("TOTP_NOT_SET_UP"));
    const { app } = await mia.api.signIn.beginTotp({});
    const totp = new TOTP({ secret: Secret.fromBase32(app?.secret ?? "") });
    const code = totp.generate({ timestamp: world.clock.now().getTime() });
    await mia.api.signIn.confirmTotp({ code });
    expect(await operation().show(mia.email)).toMatchObject({ hasTotp: true, recoveryCodes: 10 });

    await operation().removeSecondFactor(mia.email);
    expect(await operation().show(mia.email)).toMatchObject({ hasTotp: false, recoveryCodes: 0 });
    expect(subjects().at(-1)).toBe("The app for codes was removed");
    await world.signIn(mia.email);
  });

  it("makes a key in somebody's name, of which its owner is told, and revokes it", async () => {
    const wish = { name: "nightly report", scopes: ["read"], expiresAt: undefined } as const;
    const key = await operation().createKey(mia.email, wish);
    expect(subjects()).toEqual(["A program acts in your name"]);
    const program = world.caller(key.secret);
    expect((await program.getSession({})).account?.email).toBe(mia.email);
    await expect(program.logoutEverywhere({})).rejects.toMatchObject({ code: Code.PermissionDenied });
    const { apiKeys } = await mia.api.listApiKeys({});
    expect(apiKeys.map(({ id }) => id)).toEqual([key.id]);
    const [first] = apiKeys;
    expect(first?.expiresAt && timestampDate(first.expiresAt)).toEqual(key.expiresAt);

    expect(await operation().listKeys()).toContainEqual(
      expect.objectContaining({ id: key.id, email: mia.email }),
    );
    expect(JSON.stringify(await operation().listKeys(mia.email))).not.toContain(key.secret);
    await operation().revokeKey(key.id);
    await expect(program.getSession({})).rejects.toMatchObject({ code: Code.Unauthenticated });
    await expect(operation().revokeKey(key.id)).rejects.toEqual(isRefused("API_KEY_NOT_FOUND"));
  });

  it("makes no key for who is deactivated, nor one that lasts for ever", async () => {
    const tooLong = new Date(world.clock.now().getTime() + 400 * 86_400_000);
    const wish = { name: "bot", scopes: ["write"], expiresAt: tooLong } as const;
    await expect(operation().createKey(mia.email, wish)).rejects.toEqual(isRefused("API_KEY_EXPIRY"));
    await operation().deactivate(mia.email);
    const allowed = { ...wish, expiresAt: undefined };
    await expect(operation().createKey(mia.email, allowed)).rejects.toEqual(isRefused("ACCOUNT_DEACTIVATED"));
  });
});
