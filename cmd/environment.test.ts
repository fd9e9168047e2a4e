import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";
import { EnvironmentError } from "./environment-error.ts";

describe("the environment", () => {
  it("needs nothing to be set", () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      publicUrl: "http://localhost:3000",
      dataDir: "data",
      databaseUrl: undefined,
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  it("takes the slash off the public address", () => {
    expect(readEnvironment({ PUBLIC_URL: "https://chat.example.org/" }).publicUrl).toBe(
      "https://chat.example.org",
    );
  });

  it("takes networks that may be asked, of both families, and nothing that is none", () => {
    const read = (OUTWARD_ALLOWED: string) => readEnvironment({ OUTWARD_ALLOWED }).outwardAllowed;
    expect(read(" 10.1.0.0/16, fd12::/16,")).toEqual(["10.1.0.0/16", "fd12::/16"]);
    expect(() => read("10.1.0.0")).toThrow(EnvironmentError);
    expect(() => read("intranet.example.org")).toThrow(EnvironmentError);
  });

  it("takes a SpiceDB with its token only", () => {
    const spicedb = { SPICEDB_ENDPOINT: "grpc://spicedb:50051", SPICEDB_TOKEN: "hunter2" };
    expect(readEnvironment(spicedb).spicedb).toEqual({ endpoint: "grpc://spicedb:50051", token: "hunter2" });
    expect(() => readEnvironment({ ...spicedb, SPICEDB_TOKEN: "" })).toThrow(/SPICEDB_TOKEN go together/);
    expect(() => readEnvironment({ SPICEDB_TOKEN: "hunter2" })).toThrow(EnvironmentError);
    expect(() => readEnvironment({ ...spicedb, SPICEDB_ENDPOINT: "http://x/" })).toThrow("SPICEDB_ENDPOINT");
  });

  it("takes a Vault with a token, or with the file of one", () => {
    const vault = { VAULT_ADDR: "https://vault.example.org:8200/", VAULT_TOKEN: "hvs.hunter2" };
    const expected = { address: "https://vault.example.org:8200", key: "transit/chatter" };
    expect(readEnvironment(vault).vault).toEqual({ ...expected, token: { text: "hvs.hunter2" } });
    const file = { ...vault, VAULT_TOKEN: "", VAULT_TOKEN_FILE: "/run/token", VAULT_KEY: "keys/team/chat" };
    expect(readEnvironment(file).vault).toMatchObject({
      key: "keys/team/chat",
      token: { file: "/run/token" },
    });
    for (const wrong of [{ VAULT_ADDR: "" }, { VAULT_TOKEN: "" }, { VAULT_TOKEN_FILE: "/run/token" }])
      expect(() => readEnvironment({ ...vault, ...wrong })).toThrow(/VAULT_ADDR goes together/);
    const spoilt = () =>
      readEnvironment({ VAULT_ADDR: "http://a:hunter2@b", VAULT_TOKEN: "hunter2\n", VAULT_KEY: "chatter" });
    expect(spoilt).toThrow(/VAULT_ADDR: [\s\S]*VAULT_TOKEN: [\s\S]*VAULT_KEY: /);
    expect(spoilt).not.toThrow(/hunter2/);
  });

  it("names everything that does not fit at once, and never a value", () => {
    const read = () =>
      readEnvironment({ PORT: "http", REGISTRATION: "maybe", SMTP_URL: "user:hunter2@mail" });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT: [\s\S]*REGISTRATION: [\s\S]*SMTP_URL: /);
    expect(read).not.toThrow(/hunter2/);
  });

  it("takes an identity provider with all that it needs, and nothing that would change nothing", () => {
    const provider = {
      OIDC_ISSUER: "https://id.example.org/realms/staff",
      OIDC_CLIENT_ID: "chatter",
      OIDC_CLIENT_SECRET: "hunter2",
    };
    expect(readEnvironment({}).openId).toBeUndefined();
    expect(readEnvironment(provider).openId).toMatchObject({
      ...{ issuer: provider.OIDC_ISSUER, clientId: "chatter", clientSecret: "hunter2" },
      ...{ signUp: false, roles: undefined, trusts: { email: false, secondFactor: false } },
    });
    const more = {
      OIDC_ROLES: "a=b=admin, *=guest",
      OIDC_TRUST: "email,second-factor",
      OIDC_SIGN_UP: "true",
    };
    expect(readEnvironment({ ...provider, ...more }).openId).toMatchObject({
      roles: [
        { group: "a=b", role: "admin" },
        { group: "*", role: "guest" },
      ],
      ...{ signUp: true, trusts: { email: true, secondFactor: true } },
    });
    expect(() => readEnvironment({ ...provider, OIDC_CLIENT_SECRET: "" })).toThrow(/go together/);
    for (const [name, value] of Object.entries(more)) {
      expect(() => readEnvironment({ [name]: value })).toThrow(`${name}: changes nothing`);
    }
    for (const roles of ["staff", "staff=owner", "=member", "staff=member,"]) {
      expect(() => readEnvironment({ ...provider, OIDC_ROLES: roles })).toThrow("OIDC_ROLES");
    }
    expect(() => readEnvironment({ ...provider, OIDC_TRUST: "everything" })).toThrow("OIDC_TRUST");
  });

  it("asks a provider over http on this very machine only", () => {
    const client = { OIDC_CLIENT_ID: "chatter", OIDC_CLIENT_SECRET: "hunter2" };
    for (const issuer of ["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"]) {
      expect(readEnvironment({ ...client, OIDC_ISSUER: issuer }).openId?.issuer).toBe(issuer);
    }
    for (const issuer of ["http://id.example.org", "http://127.0.0.1.example.org"]) {
      expect(() => readEnvironment({ ...client, OIDC_ISSUER: issuer })).toThrow("OIDC_ISSUER: must be https");
    }
  });
});
