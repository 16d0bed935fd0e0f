import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { type Db, inSpace } from "#server/db/kysely.ts";
import { NOTICE_TOPIC } from "#server/ledgers/notice-topic.ts";
import type { Program } from "#server/program.ts";
import { SPACES } from "#server/units/store-reference.ts";

/** What happened earlier is no news at the start of the demo. */
const DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Tells the citizens of the last days what happened to their dossiers, each at its moment, so that the page of what was
 * sent has a past from the first minute on. What is put off is tried again by the jobs of the next start.
 */
export async function tellCitizens(
  owner: Db,
  { tell }: Pick<Program, "tell">,
  { setClock, now }: { readonly setClock: (moment: Instant) => void; readonly now: Instant },
): Promise<void> {
  const due = await inSpace(owner, SPACES[0], { places: [] }, (tx) =>
    tx
      .selectFrom("outbox")
      .select(["payload", "created_at as at"])
      .where("topic", "=", NOTICE_TOPIC)
      .where("created_at", ">=", addMilliseconds(now, -DAYS * DAY_MS))
      .orderBy("created_at")
      .orderBy("id")
      .execute(),
  );
  for (const { payload, at } of due) {
    setClock(at);
    await tell(SPACES[0], payload as Readonly<Record<string, unknown>>);
  }
}
