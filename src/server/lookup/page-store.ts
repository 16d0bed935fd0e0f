import { sql } from "kysely";
import { type JsonList, type RowsOf, jsonList, listsColumn, readLists } from "../db/json-lists.ts";
import type { Tx } from "../db/kysely.ts";
import { consultationRows, reachDossier, seeDossier } from "../ledgers/consultation-ledger.ts";
import { interlinkedCodes } from "../ledgers/interlinked-rules.ts";
import { isAway } from "../ledgers/custody-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { type PartRow, type WholeRow, partRows, wholeRows } from "../ledgers/part-ledger.ts";
import { partyRows } from "../ledgers/sealed-parties.ts";
import { planRows, stepRows } from "../ledgers/step-ledger.ts";

/** All that the page of a dossier shows of it, as it is stored. */
export type PageRows = { readonly dossier: DossierRecord; readonly resultAway: boolean } & RowsOf<
  ReturnType<typeof listsOf>
>;

/** What was done with a dossier, by sequence, as the ledger has it: read once for all that a page says of it. */
export type History = PageRows["history"];

/**
 * A dossier with everything that its page shows, for whoever may read it; undefined for anybody else. One statement,
 * however much has happened to it; a few more for a reader of another place, who is asked about it, has a step of it, or
 * has its result to fetch: a row of theirs can be seen, which is the proof, and then the rest is.
 *
 * @param places the units and agencies of whoever reads
 */
export async function loadPage(
  tx: Tx,
  dossierId: string,
  places: readonly string[],
): Promise<PageRows | undefined> {
  const seen = await pageOf(tx, dossierId);
  if (seen?.dossier.scope.some((place) => places.includes(place))) return seen;
  if (seen) await seeDossier(tx, dossierId);
  else if (!(await reachDossier(tx, dossierId))) return undefined;
  return pageOf(tx, dossierId);
}

async function pageOf(tx: Tx, dossierId: string): Promise<PageRows | undefined> {
  const lists = listsOf(tx, dossierId);
  const row = await tx
    .selectFrom("dossier")
    .selectAll()
    .select([listsColumn(lists).as("lists"), isAway(dossierId, "result").as("away")])
    .where("id", "=", dossierId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { lists: given, away, ...dossier } = row;
  return { dossier: dossier as DossierRecord, resultAway: away, ...readLists(lists, given) };
}

function listsOf(tx: Tx, dossierId: string) {
  return {
    history: jsonList(historyRows(tx, dossierId), {
      occurred_at: "instant",
      recorded_at: "instant",
      sealed: "bytes",
      corrected: "bytes",
    }),
    parties: jsonList(partyRows(tx, dossierId), { sealed: "bytes" }),
    items: jsonList(itemRows(tx, dossierId), {}),
    notices: jsonList(noticeRows(tx, dossierId), {
      recipient_sealed: "bytes",
      created_at: "instant",
      claimed_until: "instant",
      tried_at: "instant",
      sent_at: "instant",
      asked_again_at: "instant",
    }),
    forms: jsonList(formRows(tx, dossierId), { issuedAt: "instant", sealed: "bytes" }),
    resultFiles: jsonList(resultFileRows(tx, dossierId), {}),
    groups: jsonList(groupRows(tx, dossierId), {}),
    consultations: jsonList(consultationRows(tx, dossierId), {
      asked_at: "instant",
      answered_at: "instant",
      question_sealed: "bytes",
      answer_sealed: "bytes",
    }),
    steps: jsonList(stepRows(tx, dossierId), {
      opened_at: "instant",
      taken_at: "instant",
      finished_at: "instant",
      due_at: "instant",
    }),
    postalReturns: jsonList(postalReturnRows(tx, dossierId), {}),
    plans: jsonList(planRows(tx, dossierId), {}),
    parts: partsOfWhole(dossierId),
    wholes: wholeOfPart(dossierId),
  };
}

function historyRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("dossier_event as event")
    .leftJoin("nation.account as actor", "actor.id", "event.actor_id")
    .leftJoin("event_note as note", (join) =>
      join.onRef("note.dossier_id", "=", "event.dossier_id").onRef("note.seq", "=", "event.seq"),
    )
    .leftJoin("dossier_correction as correction", (join) =>
      join.onRef("correction.dossier_id", "=", "event.dossier_id").onRef("correction.seq", "=", "event.seq"),
    )
    .select([
      "event.dossier_id",
      "event.seq",
      "event.type",
      "event.payload",
      "event.occurred_at",
      "event.recorded_at",
      "event.counter_id",
      "event.basis_kind",
      "event.basis_id",
    ])
    .select(["actor.full_name", "note.sealed", "correction.sealed as corrected"])
    .where("event.dossier_id", "=", dossierId)
    .orderBy("event.seq");
}

function itemRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("item")
    .selectAll()
    .where("dossier_id", "=", dossierId)
    .where("struck", "=", false)
    .orderBy("position");
}

/** The messages about a dossier, the newest first. */
export function noticeRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("notice")
    .selectAll()
    .where("dossier_id", "=", dossierId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc");
}

function formRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("form_issue")
    .select(["id as formIssueId", "seq", "form", "number", "year", "issued_at as issuedAt", "sealed"])
    .where("dossier_id", "=", dossierId)
    .orderBy("seq");
}

function resultFileRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("dossier")
    .innerJoin("file", "file.id", "dossier.result_file_id")
    .select("file.name")
    .where("dossier.id", "=", dossierId);
}

/** The way home by post that is live. */
function postalReturnRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("shipment")
    .select(["id as shipmentId", "order_number", "waybill", "state"])
    .where("dossier_id", "=", dossierId)
    .where("leg", "=", "return")
    .where("live", "=", true);
}

/** The group that a dossier was handed in with, for whoever may see the group; none for most. */
function groupRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("dossier_group_row as row")
    .innerJoin("dossier_group as group", "group.id", "row.group_id")
    .select(["group.id as groupId", "group.code", "group.name"])
    .where("row.dossier_id", "=", dossierId);
}

/** The function behind it is asked only of what can have parts: nearly no dossier has. */
function partsOfWhole(dossierId: string): JsonList<PartRow> {
  const rows = sql<PartRow>`
    select part.* from dossier cross join lateral (${partRows(sql.ref("dossier.id"))}) as part
    where dossier.id = ${dossierId} and dossier.procedure_code = any(${interlinkedCodes()}::text[])`;
  return jsonList(rows, { dueAt: "instant", openedAt: "instant" });
}

function wholeOfPart(dossierId: string): JsonList<WholeRow> {
  const rows = sql<WholeRow>`
    select whole.* from dossier cross join lateral (${wholeRows(sql.ref("dossier.id"))}) as whole
    where dossier.id = ${dossierId} and dossier.whole_id is not null`;
  return jsonList(rows, {});
}
