import type { Client, ClientBase } from "pg";

/**
 * Ends a connection on which an answer was waited for in vain. The driver only stops waiting: the statement
 * goes on, and whoever used the connection next would find the transaction of the one before still open.
 */
export function leaveWhenSilent(client: ClientBase): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const heard = (...args: unknown[]): unknown => {
    const answer = query(...args);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (isSilence(error)) void (client as Client).end();
      });
    }
    return answer;
  };
  client.query = heard as typeof client.query;
}

const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.message === "Query read timeout";
