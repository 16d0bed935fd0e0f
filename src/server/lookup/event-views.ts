import type { TurnView } from "#contract/dossier-parts.ts";
import type { DossierView } from "#contract/dossiers.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-payloads.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import { openCorrection } from "../ledgers/correction-ledger.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Reference } from "../units/reference.ts";
import type { History, PageRows } from "./page-store.ts";

/** The right that an event rests on. */
export function basisOf(event: History[number]): Basis {
  return { kind: event.basis_kind, id: event.basis_id } as Basis;
}

/** An event with the note beside it, as it lies sealed. */
export type Noted = Pick<History[number], "dossier_id" | "seq" | "sealed">;

/** What was written beside an event; null when nothing was. */
export function noteOf(ring: KeyRing, { dossier_id, seq, sealed }: Noted): string | null {
  return sealed && unseal<string>(ring, `note:${dossier_id}:${seq}`, sealed);
}

/** The history in words: what, who, where, by which right, and what was written beside it. */
export function eventViews(
  { history, forms }: Pick<PageRows, "history" | "forms">,
  ring: KeyRing,
  reference: Reference,
  titleOf: (basis: Basis) => string,
  stepOf: (event: History[number]) => DossierView["events"][number]["step"],
): Omit<DossierView["events"][number], "linked">[] {
  const system = history.map((event) => pastOf(event)?.system).find((name) => name !== undefined);
  return history.map((event) => ({
    seq: event.seq,
    type: event.type,
    // What another system tells is shown at the time that it claims; the rest at the time that we know.
    at: pastOf(event) ? event.occurred_at : event.recorded_at,
    actor: event.full_name ?? system ?? "",
    place: placeName(event.counter_id, reference),
    basis: { kind: event.basis_kind, title: titleOf(basisOf(event)) },
    note: noteOf(ring, event),
    imported: importedView(pastOf(event)),
    correction: correctionView(ring, event),
    turn: turnView(event, forms, ring),
    step: stepOf(event),
  }));
}

function correctionView(
  ring: KeyRing,
  { dossier_id: dossierId, seq, corrected: sealed }: History[number],
): DossierView["events"][number]["correction"] {
  if (sealed === null) return null;
  const { values, papers } = openCorrection(ring, { dossierId, seq, sealed });
  return { values: [...values], papers: [...papers] };
}

/** Turns that set something which is shown with them. */
const TURN_TYPES: readonly string[] = [
  "dossier.supplementAskedBeforeReceipt",
  "dossier.intakeRefused",
  "dossier.supplementAsked",
  "dossier.supplemented",
  "dossier.supplementTakenIn",
  "dossier.dutyImposed",
  "dossier.dutyFulfilled",
  "dossier.withdrawalAccepted",
  "dossier.stopped",
  "dossier.extended",
  "dossier.apologised",
  "dossier.submitted",
  "dossier.dueDateMoved",
  "dossier.reopened",
] satisfies readonly DossierEventType[];

function turnView(
  { type, payload }: History[number],
  forms: PageRows["forms"],
  ring: KeyRing,
): TurnView | null {
  if (!TURN_TYPES.includes(type)) return null;
  const said = payload as Partial<TurnView>;
  return {
    formIssueId: said.formIssueId ?? null,
    dueAt: said.dueAt ?? null,
    answerBy: said.answerBy ?? null,
    amount: said.amount ?? null,
    expectedOn: said.expectedOn ?? null,
    fault: said.fault ?? null,
    calendarChange: said.calendarChange || null,
    manifest: type === "dossier.submitted" ? manifestOf(payload) : null,
    again: type === "dossier.supplementAsked" ? againView(payload, forms, ring) : null,
  };
}

function manifestOf(payload: unknown): TurnView["manifest"] {
  const { manifestId, manifest } = payload as DossierEventPayloads["dossier.submitted"];
  return { manifestId, number: manifest };
}

/** Of a request after the first; the basis that its approver wrote lies sealed with the form. */
function againView(payload: unknown, forms: PageRows["forms"], ring: KeyRing): TurnView["again"] {
  const { nth, formIssueId } = payload as DossierEventPayloads["dossier.supplementAsked"];
  if (nth < 2) return null;
  const form = forms.find((one) => one.formIssueId === formIssueId);
  const content =
    form && unseal<{ readonly legalBasis?: string | null }>(ring, `form:${formIssueId}`, form.sealed);
  return { nth, legalBasis: content?.legalBasis ?? null };
}

type Past = Partial<
  DossierEventPayloads["dossier.imported"] & DossierEventPayloads["dossier.pastStepImported"]
>;

/** What an event of another system says; undefined for one of our own. */
function pastOf({ type, payload }: { readonly type: string; readonly payload: unknown }): Past | undefined {
  return type === "dossier.imported" || type === "dossier.pastStepImported" ? (payload as Past) : undefined;
}

function importedView(past: Past | undefined): DossierView["events"][number]["imported"] {
  return past ? { status: past.status ?? null, notes: [...(past.notes ?? [])] } : null;
}

function placeName(counterId: string | null, reference: Reference): string | null {
  const counter = counterId === null ? undefined : reference.counters.get(counterId);
  return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
}
