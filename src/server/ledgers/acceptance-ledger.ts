import type { DueDate } from "#domain/calendar/due-date.ts";
import { type WrittenDossier, decideCorrection } from "#domain/dossier/correction.ts";
import type { Intake } from "#domain/dossier/receive-dossier.ts";
import { instant } from "#domain/shared/instant.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Counter } from "../units/reference.ts";
import { putRight } from "./correction-ledger.ts";
import type { ActRecord } from "./dossier-ledger.ts";
import type { RowMaking } from "./dossier-rows.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** What a lodged dossier becomes when it is received, and how it was written down before. */
interface AcceptedRows {
  readonly before: WrittenDossier;
  readonly closing: WrittenDossier["closing"];
  readonly intake: Intake & { readonly due: DueDate };
  readonly counter: Counter;
}

/**
 * Makes of a lodged dossier that was seen at a version one that is received here and now: who received it, where and
 * when; its people as they are written down now, its papers into the counter's hands. What was put right on the way is
 * kept sealed beside the event. When somebody was faster nothing is found, and the event is refused.
 */
export async function putAccepted(
  tx: Tx,
  making: RowMaking,
  act: ActRecord,
  dossier: DossierRecord,
  { before, closing, intake, counter }: AcceptedRows,
): Promise<Result<Rows, "paper_not_of_dossier">> {
  await tx
    .updateTable("dossier")
    .set({
      received_at: act.recordedAt,
      received_by: act.actorId,
      received_as: intake.receivedAs,
      counter_id: counter.id,
      reception_point_id: counter.receptionPoint.id,
      fee_due: intake.feeDue,
    })
    .where("id", "=", dossier.id)
    .where("version", "=", dossier.version)
    .execute();
  await sql`select receive_in_search(${dossier.id}::uuid, ${act.recordedAt}::timestamptz)`.execute(tx);
  const correction = decideCorrection(before, { ...intake, closing });
  // Nothing was brought and nothing changed: a procedure that asks for no paper.
  if (!correction.ok)
    return correction.code === "nothing_corrected" ? done({}) : { ...correction, code: correction.code };
  const changes = { ...correction.value, papers: [] };
  const { dossier_correction: kept, ...rows } = await putRight(tx, making, act, dossier, {
    parties: intake.parties,
    closing,
    correction: changes,
  });
  // The papers that come in are told by the list; only what stood there before is a correction.
  return done(changes.values.length === 0 || !kept ? rows : { ...rows, dossier_correction: kept });
}

/** What the last Mẫu 02 before the receipt asked for; undefined when there was none. Whoever calls this has logged the read. */
export async function lastAsked(tx: Tx, ring: KeyRing, dossierId: string) {
  const row = await tx
    .selectFrom("form_issue")
    .select(["id", "sealed", "issued_at"])
    .where("dossier_id", "=", dossierId)
    .where("form", "=", "mau02")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { papers, reason } = unseal<Asked>(ring, `form:${row.id}`, row.sealed);
  return { papers, reason, at: instant(row.issued_at), formIssueId: row.id };
}

interface Asked {
  readonly papers: { name: string; originals: number; copies: number }[];
  readonly reason: string;
}
