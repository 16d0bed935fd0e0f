import type { ComplaintOutcome, TrackedIncident, TrackedComplaints } from "#contract/track.ts";
import { type PostalIncident, lastDayToComplain } from "#domain/postal/postal-claims.ts";
import type { PostalLeg } from "#domain/postal/tariff.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, invariant } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import {
  entryOf,
  loadIncidents,
  openIncidentOf,
  openIncidentWords,
  standingOf,
} from "../ledgers/incident-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { type ProofInput, type ProofRefusal, openWithSecret } from "./citizen-proof.ts";

/** What went wrong with the papers of a dossier on their way, the newest first, and of which way one may complain today. */
export async function trackedIncidents(
  tx: Tx,
  ring: KeyRing,
  dossierId: string,
  today: PlainDate,
): Promise<{ readonly incidents: TrackedIncident[]; readonly complaints: TrackedComplaints }> {
  const rows = await tx
    .selectFrom("incident as i")
    .innerJoin("shipment as s", "s.id", "i.shipment_id")
    .select(["i.id", "s.leg"])
    .where("i.dossier_id", "=", dossierId)
    .orderBy("i.opened_at", "desc")
    .orderBy("i.id", "desc")
    .execute();
  const entries = await loadIncidents(
    tx,
    rows.map(({ id }) => id),
  );
  return {
    incidents: rows.map(({ id, leg }) => viewIncident(ring, leg as PostalLeg, entries.get(id) ?? [])),
    complaints: await complaintsOf(tx, dossierId, today),
  };
}

type Entries = Parameters<typeof standingOf>[0];

function viewIncident(ring: KeyRing, leg: PostalLeg, rows: Entries): TrackedIncident {
  const { opened, payment, reissue, state, live, ...standing } = standingOf(rows);
  return {
    leg,
    kind: opened.kind,
    state,
    live,
    byPost: opened.source === "post",
    openedOn: opened.on,
    words: opened.source === "post" ? null : openedWords(ring, rows),
    answerDueOn: live && standing.answer === null ? opened.answerDueOn : null,
    answer: answerOf(ring, rows),
    payBy: live && payment === null ? standing.paymentDueOn : null,
    offered: payment === null ? (standing.offer?.amount ?? null) : null,
    paid: payment && { on: payment.on, amount: payment.amount },
    reissuedAs: reissue?.code ?? null,
  };
}

function openedWords(ring: KeyRing, rows: Entries): string | null {
  const row = rows.find(({ type }) => type === "opened");
  return row === undefined ? null : (openIncidentWords(ring, row).words ?? null);
}

function answerOf(ring: KeyRing, rows: Entries): TrackedIncident["answer"] {
  const row = rows.find(({ type }) => type === "answered");
  if (row === undefined) return null;
  const entry = entryOf(row);
  invariant(entry.type === "answered", "an entry is of the type of its row");
  const { on, outcome } = entry;
  return { on, outcome, words: openIncidentWords(ring, row).words ?? "" };
}

/** The newest shipment of each way that was not cancelled, with the last day on which a complaint of it is taken. */
async function shipmentsOf(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("shipment")
    .distinctOn("leg")
    .select(["id", "leg", "due_on"])
    .where("dossier_id", "=", dossierId)
    .where("state", "!=", "cancelled")
    .orderBy("leg")
    .orderBy("ordered_at", "desc")
    .execute();
}

async function complaintsOf(tx: Tx, dossierId: string, today: PlainDate): Promise<TrackedComplaints> {
  const shipments = await shipmentsOf(tx, dossierId);
  return shipments.flatMap(({ leg, due_on: dueOn }) => {
    const until = dueOn === null ? null : lastDayToComplain(dueOn);
    return until !== null && until < today ? [] : [{ leg: leg as PostalLeg, until }];
  });
}

/** A complaint as the form of the page sends it. */
export interface Complaint {
  readonly leg: PostalLeg;
  /** Null when the citizen chose none. */
  readonly kind: PostalIncident | null;
  readonly words: string;
}

/**
 * Opens an incident for the citizen of the page, with the same proof and the same bounds as the look-up, and answers with
 * the page as it is then and what became of the complaint. What was sent twice is one complaint.
 */
export async function complainOfParcel<View>(
  deps: Deps,
  { leg, kind, words, ...input }: ProofInput & Complaint,
  view: (tx: Tx, dossier: DossierRecord) => Promise<View>,
): Promise<Result<{ readonly dossier: View; readonly outcome: ComplaintOutcome }, ProofRefusal>> {
  return openWithSecret(deps, input, "POST /complaint", async (tx, dossier) => {
    const outcome = await complain(tx, deps, { dossier, leg, kind, words: tidyText(words), now: input.now });
    return { dossier: await view(tx, dossier), outcome };
  });
}

const OUTCOMES = {
  not_found: "notTaken",
  shipment_not_taken: "notTaken",
  complaint_too_late: "late",
  incident_day_wrong: "late",
  incident_open_already: "already",
} as const satisfies Record<string, ComplaintOutcome>;

async function complain(
  tx: Tx,
  deps: Deps,
  { dossier, leg, kind, words, now }: Complaint & { readonly dossier: DossierRecord; readonly now: Instant },
): Promise<ComplaintOutcome> {
  if (kind === null) return "kindless";
  if (words === "") return "wordless";
  const shipment = (await shipmentsOf(tx, dossier.id)).find((one) => one.leg === leg);
  if (!shipment) return "notTaken";
  const opened = await openIncidentOf(
    tx,
    { shipmentId: shipment.id, kind, source: "citizen", on: localTime(now).day, words },
    {
      ring: deps.ring,
      newId: deps.newId,
      now,
      actorId: null,
      calendar: postalCalendar(deps.reference.current()),
    },
  );
  return opened.ok ? "kept" : OUTCOMES[opened.code];
}
