import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { type Db, type Space, inSpace } from "../db/kysely.ts";

const DAY_MS = 86_400_000;
/** A draft that nobody touched for a week is thrown away: it names people who may have gone home. */
const DRAFT_DAYS = 7;
/** Of a file that did not arrive within a day the phone begins anew. */
const UPLOAD_DAYS = 1;
/** Nobody repeats a request after two days. */
const IDEMPOTENCY_DAYS = 2;

/** Removes what has had its time in a space: old drafts and answers kept for repeated requests. */
export async function tidySpace(db: Db, space: Space, now: Instant): Promise<void> {
  await inSpace(db, space, { places: [] }, async (tx) => {
    await sql`select set_config('motcua.purge_before', ${addMilliseconds(now, -DRAFT_DAYS * DAY_MS)}, true)`.execute(
      tx,
    );
    await tx
      .deleteFrom("draft")
      .where("updated_at", "<", addMilliseconds(now, -DRAFT_DAYS * DAY_MS))
      .execute();
    await sql`select set_config('motcua.purge_before', ${addMilliseconds(now, -UPLOAD_DAYS * DAY_MS)}, true)`.execute(
      tx,
    );
    await tx
      .deleteFrom("custody_upload")
      .where("begun_at", "<", addMilliseconds(now, -UPLOAD_DAYS * DAY_MS))
      .execute();
    await tx
      .deleteFrom("idempotency")
      .where("created_at", "<", addMilliseconds(now, -IDEMPOTENCY_DAYS * DAY_MS))
      .execute();
  });
}
