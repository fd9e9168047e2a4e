/** The part of npm's lock file that is looked at here. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

interface MissingBinary {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

/**
 * The platform packages that a locked package asks for and the lock file lacks. npm leaves out what it could
 * not fetch while locking, and `npm ci` then refuses the whole file, or leaves another platform without its
 * binary.
 */
export function missingBinaries({ packages }: LockFile): MissingBinary[] {
  return Object.values(packages).flatMap(({ dev = false, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => isExact(version) && isBinary(name) && !isLocked(packages, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** The lock file with an entry for each missing binary: enough for npm to take it on the platform it is for. */
export function withMissingBinaries(lock: LockFile): LockFile {
  const added = missingBinaries(lock).map(({ name, version, dev }) => [
    `node_modules/${name}`,
    entryFor(name, version, dev),
  ]);
  const entries = [...Object.entries(lock.packages), ...added];
  return { ...lock, packages: Object.fromEntries(entries.toSorted(byPath)) };
}

const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "win32"];
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64"];

/** With its keys in npm's order. Platform packages are named after it, as in `binding-linux-arm64-musl`. */
function entryFor(name: string, version: string, dev: boolean): LockedPackage {
  const os = systems.filter((system) => name.includes(system));
  const cpu = processors.filter((processor) => new RegExp(`[-/]${processor}`).test(name)).slice(0, 1);
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name} does not name its platform`);
  const libc = /musl/.test(name) ? ["musl"] : /gnu/.test(name) ? ["glibc"] : undefined;
  return { version, cpu, ...(dev ? { dev } : {}), ...(libc ? { libc } : {}), optional: true, os };
}

/** WebAssembly is the fallback for platforms that have no binary, and nothing here runs on those. */
function isBinary(name: string): boolean {
  return !name.includes("wasm32");
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version);
}

function isLocked(packages: LockFile["packages"], name: string): boolean {
  return Object.keys(packages).some(
    (path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  );
}

function byPath([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one).localeCompare(String(other), "en");
}
