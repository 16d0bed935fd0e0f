import type { RuleView } from "#contract/programmes.ts";
import type { CoordinationRule, RuleContent, RuleKind } from "#domain/programme/programme.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { decisionView } from "../ledgers/decision-view.ts";
import type { Reference } from "../units/reference.ts";

type Row = Selectable<Database["coordination_rule"]>;
type StoredRule = Row & { readonly decision: RuleView["decision"] };

/** The coordination rules of a programme that stand, by kind and day. */
export async function findRules(tx: Tx, programmeId: string): Promise<readonly StoredRule[]> {
  const { rows } = await sql<StoredRule>`
    select r.*, ${decisionView("d")} as decision
    from coordination_rule r join mandate_decision d on d.id = r.decision_id
    where r.programme_id = ${programmeId}::uuid and r.removed_at is null
    order by r.kind, r.valid_from, r.id`.execute(tx);
  return rows;
}

/**
 * The rules of a day at a unit: its own, and those for every unit of a programme under which the post works there on
 * that day.
 */
export async function findRulesAt(tx: Tx, unitId: string, day: PlainDate): Promise<readonly StoredRule[]> {
  const { rows } = await sql<StoredRule>`
    select r.*, ${decisionView("d")} as decision
    from coordination_rule r
    join mandate_decision d on d.id = r.decision_id
    where r.removed_at is null and r.valid_from <= ${day}::date and coalesce(r.valid_to, 'infinity') >= ${day}::date
      and (r.unit_id = ${unitId}::uuid or r.unit_id is null and exists (
        select from mandate m join phase p on p.id = m.phase_id
        where p.programme_id = r.programme_id and m.unit_id = ${unitId}::uuid and m.status = 'inForce'
          and m.valid_from <= ${day}::date and coalesce(m.valid_to, 'infinity') >= ${day}::date))
    order by r.kind, r.valid_from, r.id`.execute(tx);
  return rows;
}

/** What a row says, by its kind. */
function ruleContent(row: Row): RuleContent {
  switch (row.kind as RuleKind) {
    case "handOverTime":
      return { kind: "handOverTime", times: row.times };
    case "questionAnswer":
      return {
        kind: "questionAnswer",
        topic: row.topic,
        answerRole: row.answer_role as Extract<RuleContent, { kind: "questionAnswer" }>["answerRole"],
        answerAgencyId: row.answer_agency_id,
        withinHours: row.within_hours ?? 0,
      };
    case "standIn":
      return {
        kind: "standIn",
        counterId: row.counter_id ?? "",
        standInKind: row.stand_in_kind as Extract<RuleContent, { kind: "standIn" }>["standInKind"],
        standInId: row.stand_in_id ?? "",
      };
  }
}

/** A row as the check of a rule asks it. */
export function coordinationRule(row: Row): CoordinationRule {
  const { id, unit_id, valid_from, valid_to } = row;
  return { id, unitId: unit_id, validFrom: valid_from, validTo: valid_to, content: ruleContent(row) };
}

/** A rule as a screen shows it: every key with the name that people know. */
export function ruleView(row: StoredRule, reference: Reference): RuleView {
  const content = ruleContent(row);
  return {
    id: row.id,
    kind: content.kind,
    unit:
      row.unit_id === null
        ? null
        : { id: row.unit_id, name: reference.units.get(row.unit_id)?.name ?? row.unit_id },
    content: content.kind === "handOverTime" ? { ...content, times: [...content.times] } : content,
    answerAgency:
      content.kind === "questionAnswer" && content.answerAgencyId !== null
        ? (reference.agencies.get(content.answerAgencyId)?.name ?? content.answerAgencyId)
        : "",
    counter: content.kind === "standIn" ? counterName(reference, content.counterId) : "",
    standIn: content.kind === "standIn" ? standInName(reference, content) : "",
    note: row.note,
    decision: row.decision,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** @example "Điểm tiếp nhận xã Bình Thành – Quầy 1" */
export function counterName(reference: Reference, id: string): string {
  const counter = reference.counters.get(id);
  return counter ? `${counter.receptionPoint.name} – ${counter.label}` : id;
}

function standInName(
  reference: Reference,
  { standInKind, standInId }: Extract<RuleContent, { readonly kind: "standIn" }>,
): string {
  if (standInKind === "counter") return counterName(reference, standInId);
  if (standInKind === "unit") return reference.units.get(standInId)?.name ?? standInId;
  return pointsOf(reference).get(standInId) ?? standInId;
}

/** Reception points by their key, as the counters name them. */
export function pointsOf(reference: Reference): ReadonlyMap<string, string> {
  return new Map(
    [...reference.counters.values()].map(({ receptionPoint: { id, name } }) => [id as string, name]),
  );
}
