import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import type { NoticeKind } from "#domain/notice/notice.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { formatDay, plainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { ruleOf } from "../ledgers/interlinked-rules.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import type { FormContent } from "../print/form-data.ts";
import { signerOf } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";
import { parcelFacts } from "./parcel-facts.ts";
import { type NoticeCause, findCause, findDates, findForm, findNote } from "./store.ts";
import type { DateBecause, NoticeFacts } from "./words.ts";

/** What the event of a message promised or asked for, as far as it did. */
interface CausePayload {
  readonly dueAt?: Instant;
  readonly answerBy?: Instant | null;
  readonly expectedOn?: string;
  readonly amount?: number | null;
  readonly formIssueId?: string;
  readonly key?: string;
  readonly calendarChange?: string;
}

/** What a message says, and the form that was issued with its event. */
export async function loadNoticeFacts(
  tx: Tx,
  { ring, reference, publicUrl }: Deps,
  dossier: DossierRecord,
  cause: NoticeCause,
): Promise<{ readonly facts: NoticeFacts; readonly formIssueId: string | null }> {
  const event = await findCause(tx, cause);
  const { applicant, submitter } = await readParties(tx, ring, dossier.id);
  const told = submitter ?? applicant;
  invariant(event && told, "a message has its event and its reader");
  const { units, agencies } = reference.current();
  const payload = event.payload as CausePayload;
  const secret = unseal<string>(ring, `dossier.track:${dossier.id}`, dossier.track_secret_sealed);
  const day = dayOf(payload, dossier);
  const agencyName = agencies.get(dossier.deciding_agency_id)?.name ?? "";
  return {
    facts: {
      code: dossier.code,
      unitName: units.get(dossier.received_at_unit_id)?.name ?? agencyName,
      agencyName,
      procedureName: dossier.procedure_name,
      name: signerOf(told),
      trackUrl: `${publicUrl}/t/${encodeURIComponent(dossier.code)}/${secret}`,
      day,
      ...(await changeOf(tx, cause, { type: event.type, day, payload })),
      papers: await papersOf(tx, ring, cause, payload),
      collection: collectionOf(dossier, reference.current()),
      ...(await matterOf(tx, ring, dossier, { cause, event, payload })),
      parcel: null,
      ...(cause.parcelEventId !== null && (await parcelFacts(tx, reference.current(), cause.parcelEventId))),
    },
    formIssueId: payload.formIssueId || null,
  };
}

/** Where the result is fetched: the unit that was chosen, else the one that received, by its name of today. */
function collectionOf(dossier: DossierRecord, { heirOf, units }: Reference): NoticeFacts["collection"] {
  if (dossier.return_method !== "counter") return null;
  const { collectedAt, resultAt } = resultUnits(dossier);
  const at = units.get(heirOf(collectedAt))?.name ?? "";
  return { at, onItsWay: heirOf(collectedAt) !== heirOf(resultAt) };
}

/** What the part is about that an event names; null for any other. */
function partName(dossier: DossierRecord, { key: named }: CausePayload): NoticeFacts["part"] {
  return ruleOf(dossier)?.parts.find(({ key }) => key === named)?.name ?? null;
}

/** What the citizen is told in the message itself: no form goes with it that could say it. */
const REASON_TOLD: readonly string[] = ["dossier.dutyImposed", "dossier.withdrawalDeclined"];

/** Which events gave a new date, and why; a confirmation confirms the papers that came. */
const DATE_BECAUSE: Readonly<Record<string, DateBecause>> = {
  "dossier.supplemented": "supplement",
  "dossier.confirmed": "supplement",
  "dossier.dutyFulfilled": "duty",
  "dossier.submitted": "submission",
  "dossier.dueDateMoved": "calendar",
};

interface Matter {
  readonly cause: NoticeCause;
  readonly event: NonNullable<Awaited<ReturnType<typeof findCause>>>;
  readonly payload: CausePayload;
}

/** What is to be paid, why, and how it stands. */
async function matterOf(tx: Tx, ring: KeyRing, dossier: DossierRecord, { cause, event, payload }: Matter) {
  return {
    amount: payload.amount ? formatDong(dong(payload.amount)) : null,
    reason: REASON_TOLD.includes(event.type) ? await reasonOf(tx, ring, cause) : null,
    isLate: dossier.due_at !== null && event.recorded_at > dossier.due_at,
    isRefused: stateOfRow(dossier).outcome === "refused",
    part: partName(dossier, payload),
  };
}

interface Changed {
  readonly type: string;
  readonly day: string | null;
  readonly payload: CausePayload;
}

/** Of a new date: what it was before, and why it is another. */
async function changeOf(tx: Tx, cause: NoticeCause, { type, day, payload }: Changed) {
  return {
    formerDay: await formerDayOf(tx, cause, day),
    dateBecause: cause.kind === "newDate" ? (DATE_BECAUSE[type] ?? null) : null,
    calendarChange: payload.calendarChange || null,
  };
}

/** The date that the citizen was told before; null where there was none, or it is the same day. */
async function formerDayOf(tx: Tx, cause: NoticeCause, day: string | null): Promise<string | null> {
  if (!["newDate", "extended", "apology"].includes(cause.kind)) return null;
  const [last, before] = await findDates(tx, cause);
  const former = cause.kind === "apology" ? last : before;
  const formerDay = former === undefined ? null : formatMoment(former);
  return formerDay === day ? null : formerDay;
}

/** What the citizen is to bring, as Mẫu 02 lists it. */
async function papersOf(
  tx: Tx,
  ring: KeyRing,
  { kind, dossierId }: NoticeCause,
  { formIssueId }: CausePayload,
): Promise<NoticeFacts["papers"]> {
  if (!BRINGS.includes(kind) || !formIssueId) return [];
  const form = await findForm(tx, dossierId, formIssueId);
  const { papers = [] } = form
    ? unseal<Pick<FormContent, "papers">>(ring, `form:${formIssueId}`, form.sealed)
    : {};
  return papers.map((paper) => ({ ...paper, shownOnly: false }));
}

const BRINGS: readonly NoticeKind[] = ["supplement", "supplementBeforeReceipt", "supplementReminder"];

/** What was written beside the event. */
async function reasonOf(tx: Tx, ring: KeyRing, { dossierId, seq }: NoticeCause): Promise<string | null> {
  const note = await findNote(tx, { dossierId, seq });
  return note ? unseal<string>(ring, `note:${dossierId}:${seq}`, note.sealed) : null;
}

/** The day that a message is about: what was promised or asked, else the appointment as it stands. */
function dayOf({ expectedOn, answerBy, dueAt }: CausePayload, dossier: DossierRecord): string | null {
  if (expectedOn !== undefined) return formatDay(plainDate(expectedOn));
  if (answerBy !== undefined) return answerBy && formatMoment(answerBy);
  if (dueAt !== undefined) return formatMoment(dueAt);
  const isPromised = dossier.due_at !== null && !isBeforeReceipt(stateOfRow(dossier).business);
  return isPromised && dossier.due_at !== null ? formatMoment(instant(dossier.due_at)) : null;
}

function formatMoment(at: Instant): string {
  return formatDay(localTime(at).day);
}
