import { Client } from "pg";

/**
 * Notes every statement that this process sends to a database from now on: each is a wait for its answer. Called before
 * the program of the test opens its connections, which keep the way of sending that they found.
 */
export function countStatements() {
  const texts: string[] = [];
  const query = Reflect.get(Client.prototype, "query") as (...given: unknown[]) => unknown;
  Object.assign(Client.prototype, {
    query(this: Client, ...given: unknown[]) {
      const [asked] = given;
      texts.push(typeof asked === "string" ? asked : (asked as { readonly text: string }).text);
      return query.apply(this, given);
    },
  });
  return {
    /** The statements that were sent while this ran, begin and commit among them. */
    sentBy: async (run: () => Promise<unknown>): Promise<readonly string[]> => {
      const before = texts.length;
      await run();
      return texts.slice(before);
    },
  };
}
