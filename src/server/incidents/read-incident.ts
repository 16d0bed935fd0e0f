import { type IncidentEntryView, readIncident } from "#contract/incidents.ts";
import { leastCompensation } from "#domain/postal/postal-claims.ts";
import {
  type IncidentEntry,
  type IncidentStanding,
  incidentClocks,
  nextIncidentStep,
  postageOf,
} from "#domain/postal/postal-incident.ts";
import type { Quote } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { localTime } from "#domain/shared/instant.ts";
import { dong } from "#domain/shared/money.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import {
  type IncidentWords,
  entryOf,
  loadIncidents,
  openIncidentWords,
  standingOf,
} from "../ledgers/incident-ledger.ts";
import { openOrderParties } from "../ledgers/sealed-order.ts";
import { INCIDENT_COLUMNS, type IncidentRow, viewIncident } from "./incident-rows.ts";

/** What its order says. */
interface Ordered {
  readonly quote: Quote | null;
  readonly orderId: string;
  readonly sealed: Buffer | null;
}

/** One incident with its clocks and its history, computed from its entries. */
export const readIncidentRoute = bind(readIncident, ({ deps, params, now, read }) =>
  read(async (tx) => {
    const { rows } = await sql<IncidentRow & Ordered>`
      select ${INCIDENT_COLUMNS}, o.quote, o.id as "orderId", o.parties_sealed as sealed from incident i join shipment s on s.id = i.shipment_id
      join postal_order o on o.id = s.order_id where i.id = ${params.incidentId}::uuid`.execute(tx);
    const [found] = rows;
    if (!found) return refuse("not_found");
    const { quote, orderId, sealed, ...row } = found;
    const { name, address, phone } = openOrderParties(deps.ring, orderId, sealed).citizen;
    const today = localTime(now).day;
    const entries = (await loadIncidents(tx, [row.incidentId])).get(row.incidentId);
    invariant(entries, "an incident has its entries");
    const standing = standingOf(entries);
    const names = await namesOf(
      tx,
      entries.flatMap(({ actor_id: id }) => id ?? []),
    );
    const { answer, payment, interestFrom } = incidentClocks(standing, today);
    return done({
      incident: viewIncident(row, today),
      citizen: { name, address, phone },
      next: nextIncidentStep(standing),
      answer,
      payment,
      interestFrom,
      found: standing.finding?.found ?? null,
      postage: quote === null ? null : postageOf(quote, row.leg),
      offered: standing.offer?.amount ?? null,
      entries: entries.map((entry) =>
        viewEntry(entryOf(entry), standing, {
          recordedAt: entry.recorded_at,
          by: names.get(entry.actor_id ?? "") ?? "",
          fileId: entry.file_id,
          typed: openIncidentWords(deps.ring, entry),
        }),
      ),
    });
  }),
);

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from nation.account where id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Beside {
  readonly recordedAt: Instant;
  readonly by: string;
  readonly fileId: string | null;
  readonly typed: IncidentWords;
}

function viewEntry(
  entry: IncidentEntry,
  standing: IncidentStanding,
  { recordedAt, by, fileId, typed: { number = "", words = "", evidence = [] } }: Beside,
): IncidentEntryView {
  return {
    type: entry.type,
    on: entry.on,
    recordedAt,
    by,
    outcome: entry.type === "answered" ? entry.outcome : null,
    found: entry.type === "liabilityFound" ? entry.found : null,
    amount: entry.type === "offered" || entry.type === "paid" ? entry.amount : null,
    lines: entry.type === "offered" ? linesOf(entry, standing) : [],
    number,
    words,
    costs:
      entry.type === "offered"
        ? entry.costs.map((amount, index) => ({ evidence: evidence[index] ?? "", amount }))
        : [],
    dossier: entry.type === "reissued" ? { dossierId: entry.dossierId, code: entry.code } : null,
    fileId,
  };
}

/** What the least of an offer is made of; an offer follows a finding, and there is one finding. */
function linesOf(
  { postage, costs }: Extract<IncidentEntry, { type: "offered" }>,
  { finding }: IncidentStanding,
): IncidentEntryView["lines"] {
  if (finding === null || finding.found === "none") return [];
  const reissueCosts = dong(costs.reduce((sum, cost) => sum + cost, 0));
  const { lines } = leastCompensation({
    incident: finding.found,
    postage,
    reissueCosts,
    operatorAtFault: true,
  });
  return [...lines];
}
