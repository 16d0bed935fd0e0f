import type { FastifyInstance } from "fastify";

/** What must hold before the program says that it is ready; each answers with what is wrong, or nothing. */
export type Readiness = Readonly<Record<string, () => Promise<readonly string[]>>>;

/** `/health`: the process is up. `/ready`: it can do its work, and otherwise why not. */
export function serveHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get("/health", () => ({ status: "up" }));
  app.get("/ready", async (request, reply) => {
    const checks = await Promise.all(
      Object.entries(readiness).map(async ([name, check]) => {
        const problems = await check().catch((error: Error) => {
          request.log.error({ name: error.name, stack: error.stack }, `the readiness check ${name} failed`);
          return ["the check itself failed"];
        });
        return [name, problems] as const;
      }),
    );
    const ready = checks.every(([, problems]) => problems.length === 0);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "not ready", checks: Object.fromEntries(checks) });
  });
}
