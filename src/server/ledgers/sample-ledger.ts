import type { SampledAct, Verdict, WrongKind } from "#domain/mandate/sampling.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** An act of the dossier ledger that could be looked at afterwards. */
export interface DrawableAct extends SampledAct {
  readonly dossierId: string;
  readonly seq: number;
  readonly mandateId: string;
  readonly fieldCode: string;
  readonly procedureCode: string;
}

export interface SampleDraw {
  readonly unitId: string;
  readonly day: PlainDate;
  readonly seed: Buffer;
  readonly percent: number;
  readonly least: number;
  readonly acts: number;
  readonly chosen: readonly DrawableAct[];
  readonly now: Instant;
}

/**
 * Writes the draw of a unit's day with the acts that it chose, once for ever: whoever comes second waits for the first
 * and writes nothing.
 * @returns false when the day was drawn already
 */
export async function writeDraw(tx: Tx, draw: SampleDraw): Promise<boolean> {
  const { unitId, day, chosen } = draw;
  const drawn = await tx
    .insertInto("sample_draw")
    .values({
      unit_id: unitId,
      day,
      seed: draw.seed,
      percent: draw.percent,
      least: draw.least,
      acts: draw.acts,
      chosen: chosen.length,
      drawn_at: draw.now,
    })
    .onConflict((conflict) => conflict.columns(["unit_id", "day"]).doNothing())
    .executeTakeFirst();
  if (drawn.numInsertedOrUpdatedRows !== 1n) return false;
  if (chosen.length > 0)
    await tx
      .insertInto("act_sample")
      .values(
        chosen.map((act) => ({
          dossier_id: act.dossierId,
          seq: act.seq,
          unit_id: unitId,
          day,
          mandate_id: act.mandateId,
          account_id: act.accountId,
          post_office_id: act.postOfficeId,
          field_code: act.fieldCode,
          procedure_code: act.procedureCode,
          scope: [unitId],
        })),
      )
      .execute();
  return true;
}

/** Writes what was found of an act that was drawn. @returns false when somebody said it already */
export async function writeVerdict(
  tx: Tx,
  found: {
    readonly dossierId: string;
    readonly seq: number;
    readonly verdict: Verdict;
    readonly kind: WrongKind | null;
    readonly wordsSealed: Buffer | null;
    readonly actorId: AccountId;
    readonly postId: string;
    readonly scope: readonly string[];
    readonly now: Instant;
  },
): Promise<boolean> {
  const written = await tx
    .insertInto("sample_verdict")
    .values({
      dossier_id: found.dossierId,
      seq: found.seq,
      verdict: found.verdict,
      kind: found.kind,
      words_sealed: found.wordsSealed,
      judged_by: found.actorId,
      judged_by_post: found.postId,
      judged_at: found.now,
      scope: [...found.scope],
    })
    .onConflict((conflict) => conflict.columns(["dossier_id", "seq"]).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
