import { superuser } from "./cluster.ts";
import { databaseName } from "./readiness.ts";
import { socketPort } from "./socket-folder.ts";

interface EmbeddedPostgresConnection {
  /** The folder of the Unix socket, which clients take in place of a host name. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** How clients reach a server that listens in the folder. */
export interface Access {
  readonly connection: EmbeddedPostgresConnection;
  /** A URL that libpq and node-postgres understand, of the named database or of our own. */
  readonly url: (database?: string) => string;
}

export function accessBy(socketFolder: string): Access {
  return {
    connection: { host: socketFolder, port: socketPort, user: superuser, database: databaseName },
    url: (database = databaseName) =>
      `postgresql://${superuser}@${encodeURIComponent(socketFolder)}:${socketPort}/${encodeURIComponent(database)}`,
  };
}
