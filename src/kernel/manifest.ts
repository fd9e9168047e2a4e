/**
 * What a module says about itself, in `src/modules/<name>/manifest.ts`. The boundary rules are derived from
 * it and `docs/contexts/<name>.md` is generated from it, so it cannot drift from the code.
 */
export interface ModuleManifest {
  /** The context's name: its folder, its database schema, its proto package. */
  readonly name: string;
  /** One or two sentences for a stranger. */
  readonly purpose: string;
  /** The nouns this context alone decides about; the same noun elsewhere is another thing. */
  readonly owns: readonly string[];
  /**
   * Contexts, and shared packages of proto/ such as `stream`, whose generated types this module may import;
   * never their code.
   */
  readonly dependsOn: readonly string[];
  /** Interfaces the module needs from outside, bound in `src/app/`. */
  readonly ports: readonly string[];
  /** Events the module records, by message name. */
  readonly publishes: readonly string[];
  /** Events of other contexts the module handles, as `<context>.<Event>`. */
  readonly listens: readonly string[];
}
