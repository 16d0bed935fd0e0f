import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** The telephone that forms of a unit print at a moment; null while nobody has said it. @param units it and those before it */
export async function unitPhone(tx: Tx, units: readonly string[], at: Instant): Promise<string | null> {
  const { rows } = await sql<{ phone: string }>`
    select phone from unit_phone where unit_id = any (${[...units]}::uuid[]) and set_at <= ${at}::timestamptz
    order by set_at desc limit 1`.execute(tx);
  return rows[0]?.phone ?? null;
}

interface PhoneRecord {
  readonly unitId: string;
  readonly phone: string;
  readonly accountId: string;
  readonly postId: string;
  readonly now: Instant;
}

/** Writes it; the numbers of before stay, for the forms that printed them. */
export async function writeUnitPhone(
  tx: Tx,
  { unitId, phone, accountId, postId, now }: PhoneRecord,
): Promise<void> {
  await sql`
    insert into unit_phone (unit_id, set_at, phone, set_by, post_id)
    values (${unitId}, ${now}, ${phone}, ${accountId}, ${postId})
    on conflict (unit_id, set_at) do nothing`.execute(tx);
}
