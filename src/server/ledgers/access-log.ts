import type { Instant } from "#domain/shared/instant.ts";
import type { Db, Space } from "../db/kysely.ts";

/** One look at a person's data, or one refusal. Names a route and a dossier, never what was seen. */
export interface Access {
  readonly id: string;
  readonly at: Instant;
  readonly accountId: string | null;
  readonly route: string;
  readonly dossierId: string | null;
  readonly outcome: string;
  readonly requestId: string;
}

export async function logAccess(db: Db, space: Space, access: Access): Promise<void> {
  await db
    .withSchema(space.schema)
    .insertInto("access_log")
    .values({
      id: access.id,
      at: access.at,
      account_id: access.accountId,
      route: access.route,
      dossier_id: access.dossierId,
      outcome: access.outcome,
      request_id: access.requestId,
    })
    .execute();
}
