import type { WentTo } from "#domain/programme/programme.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** Posts whose work was taken over: posts are counted, nobody is named. */
export interface NewStaffFreed {
  readonly id: string;
  readonly unitId: string | null;
  readonly agencyId: string | null;
  readonly postTitle: string;
  readonly persons: number;
  readonly freedOn: PlainDate;
  readonly mandateId: string | null;
  readonly phaseId: string | null;
  readonly wentTo: WentTo;
  readonly wentToWords: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly now: Instant;
}

export async function writeStaffFreed(tx: Tx, line: NewStaffFreed): Promise<void> {
  await tx
    .insertInto("staff_freed")
    .values({
      id: line.id,
      unit_id: line.unitId,
      agency_id: line.agencyId,
      post_title: line.postTitle,
      persons: line.persons,
      freed_on: line.freedOn,
      mandate_id: line.mandateId,
      phase_id: line.phaseId,
      went_to: line.wentTo,
      went_to_words: line.wentToWords,
      note: line.note,
      recorded_by: line.recordedBy,
      recorded_at: line.now,
    })
    .execute();
}

/** Withdraws a line; of two who do so at once one wins. @returns false when it was withdrawn already */
export async function withdrawStaffFreed(
  tx: Tx,
  given: { readonly id: string; readonly reason: string; readonly by: string; readonly now: Instant },
): Promise<boolean> {
  const written = await tx
    .insertInto("staff_freed_withdrawal")
    .values({
      staff_freed_id: given.id,
      reason: given.reason,
      withdrawn_by: given.by,
      withdrawn_at: given.now,
    })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
