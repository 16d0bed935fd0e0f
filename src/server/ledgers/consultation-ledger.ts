import { type ConsultationState, READABLE_STATES, holdsOutcome } from "#domain/dossier/consultation.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";
import { type DossierRecord, loadDossier } from "./load-dossier.ts";
import { hasStepOf } from "./reach-dossier.ts";

export type ConsultationRecord = Omit<Selectable<Database["consultation"]>, "state"> & {
  readonly state: ConsultationState;
};

/** An answer as it is kept. */
export interface ConsultationAnswer {
  readonly words: string;
  /** Of the letter that it was given by. */
  readonly number: string | null;
}

/** The rest of the transaction sees this one dossier too, whatever its places; null: no other than the actor's own. */
export async function seeDossier(tx: Tx, dossierId: string | null): Promise<void> {
  await sql`select set_config('motcua.dossier', ${dossierId ?? ""}, true)`.execute(tx);
}

/**
 * A dossier for whoever may read it: by its places, or because their agency is asked about it or has answered, or has a
 * step of it. That the row of the consultation or the step can be seen is the proof; from then on the transaction sees
 * that dossier.
 */
export async function loadReadable(tx: Tx, dossierId: string): Promise<DossierRecord | undefined> {
  const own = await loadDossier(tx, dossierId);
  if (own) return own;
  return (await reachDossier(tx, dossierId)) ? loadDossier(tx, dossierId) : undefined;
}

/** Whether somebody who does not see a dossier by its places may read it, as {@link loadReadable} says; if so, it is seen. */
export async function reachDossier(tx: Tx, dossierId: string): Promise<boolean> {
  const asked = await tx
    .selectFrom("consultation")
    .select("id")
    .where("dossier_id", "=", dossierId)
    .where("state", "in", READABLE_STATES)
    .limit(1)
    .executeTakeFirst();
  if (!asked && !(await hasStepOf(tx, dossierId))) return false;
  await seeDossier(tx, dossierId);
  return true;
}

/** The consultations of a dossier, in the order in which they were asked. */
export async function loadConsultations(tx: Tx, dossierId: string): Promise<readonly ConsultationRecord[]> {
  return (await consultationRows(tx, dossierId).execute()) as ConsultationRecord[];
}

/** The rows of {@link loadConsultations}, to be read alone or with others. */
export function consultationRows(tx: Tx, dossierId: string) {
  return tx.selectFrom("consultation").selectAll().where("dossier_id", "=", dossierId).orderBy("asked_seq");
}

/** {@link loadConsultations} of one, held until the transaction ends: of two answers at once the second finds the first. */
export async function holdConsultation(
  tx: Tx,
  dossierId: string,
  id: string,
): Promise<ConsultationRecord | undefined> {
  const row = await tx
    .selectFrom("consultation")
    .selectAll()
    .where("id", "=", id)
    .where("dossier_id", "=", dossierId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row as ConsultationRecord | undefined;
}

/** Agencies whose answer an outcome has to wait for. */
export async function agenciesAwaited(tx: Tx, dossierId: string, now: Instant): Promise<readonly string[]> {
  const rows = await loadConsultations(tx, dossierId);
  return rows
    .filter(({ state, answer_by }) => holdsOutcome({ state, answerBy: plainDate(answer_by) }, now))
    .map(({ agency_id }) => agency_id);
}

/** What was asked and not answered when the case was decided or ended: nobody waits for it any more. */
export async function lapseConsultations(tx: Tx, dossierId: string): Promise<void> {
  await tx
    .updateTable("consultation")
    .set({ state: "lapsed" })
    .where("dossier_id", "=", dossierId)
    .where("state", "=", "open")
    .execute();
}

/** Keeps an answer, or that the question was taken back. */
export async function closeConsultation(
  tx: Tx,
  ring: KeyRing,
  id: string,
  answer: (ConsultationAnswer & { readonly by: string; readonly at: Instant }) | null,
): Promise<void> {
  const { by = null, at = null, ...said } = answer ?? {};
  await tx
    .updateTable("consultation")
    .set({
      state: answer ? "answered" : "withdrawn",
      answer_sealed: answer && seal(ring, `consultation.answer:${id}`, said),
      answered_by: by,
      answered_at: at,
    })
    .where("id", "=", id)
    .execute();
}

/** @example sealQuestion(ring, id, "Đất có nằm trong quy hoạch không?") */
export function sealQuestion(ring: KeyRing, id: string, question: string): Buffer {
  return seal(ring, `consultation.question:${id}`, question);
}

/** What was asked. */
export function questionOf(
  ring: KeyRing,
  { id, question_sealed }: Pick<ConsultationRecord, "id" | "question_sealed">,
): string {
  return unseal<string>(ring, `consultation.question:${id}`, question_sealed);
}

/** What was answered; null while nothing is. */
export function answerOf(
  ring: KeyRing,
  { id, answer_sealed }: Pick<ConsultationRecord, "id" | "answer_sealed">,
): ConsultationAnswer | null {
  return answer_sealed && unseal<ConsultationAnswer>(ring, `consultation.answer:${id}`, answer_sealed);
}
