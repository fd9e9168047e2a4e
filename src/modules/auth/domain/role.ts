/** What somebody is in the organisation. A guest sees only the channels they were added to. */
export type Role = "owner" | "admin" | "member" | "guest";

/** May change roles, deactivate accounts and see all invitations. */
export function managesTheOrganisation(role: Role): boolean {
  return role === "owner" || role === "admin";
}

/** Only owners make owners, only managers make admins, and guests bring nobody. */
export function mayGrant(granter: Role, role: Role): boolean {
  if (role === "owner") return granter === "owner";
  if (role === "admin") return managesTheOrganisation(granter);
  return granter !== "guest";
}

/** Managers decide about accounts, but only owners about those of owners. */
export function mayDecideAbout(manager: Role, subject: Role): boolean {
  return managesTheOrganisation(manager) && (subject !== "owner" || manager === "owner");
}
