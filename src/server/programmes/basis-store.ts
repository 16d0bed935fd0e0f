import type { AssignmentBasis, HandOverBasis, MandateBasis, OfficeBasis } from "#contract/basis.ts";
import type { DecisionView } from "#contract/mandates.ts";
import type { BasisKind } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { decisionView } from "../ledgers/decision-view.ts";

export interface StoredAct {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actorId: string;
  readonly by: string;
  readonly counterId: string | null;
  readonly kind: BasisKind;
  readonly basisId: string;
  readonly code: string;
  readonly procedure: string;
  readonly fieldCode: string;
}

/** One act of a dossier's ledger, within the row policies of this transaction. */
export async function findAct(tx: Tx, dossierId: string, seq: number): Promise<StoredAct | undefined> {
  const { rows } = await sql<StoredAct>`
    select e.seq, e.type, e.recorded_at as at, e.actor_id as "actorId", coalesce(a.full_name, '') as by,
      e.counter_id as "counterId", e.basis_kind as kind, e.basis_id as "basisId",
      d.code, d.procedure_name as procedure, d.field_code as "fieldCode"
    from dossier_event e
    join dossier d on d.id = e.dossier_id
    left join nation.account a on a.id = e.actor_id
    where e.dossier_id = ${dossierId}::uuid and e.seq = ${seq}`.execute(tx);
  return rows[0];
}

export type StoredMandateBasis = Omit<MandateBasis, "decision" | "phase" | "procedures" | "exceptions"> & {
  readonly procedures: string[];
  readonly exceptions: string[];
  readonly decision: DecisionView | null;
  readonly phaseLabel: string | null;
  readonly phaseFrom: PlainDate;
  readonly phaseTo: PlainDate | null;
  readonly phaseDecision: DecisionView;
  readonly programmeId: string;
  readonly programme: string;
  readonly programmeDecision: DecisionView;
};

/** Types of a mandate's events after which it is in force. */
const IN_FORCE_AFTER = ["mandate.granted", "mandate.broughtIntoForce", "mandate.resumed"];

/** The mandate that an act rests on, with the phase and the programme that it belongs to. */
export async function findMandateBasis(
  tx: Tx,
  mandateId: string,
  at: Instant,
): Promise<StoredMandateBasis | undefined> {
  const { rows } = await sql<StoredMandateBasis>`
    select m.id as "mandateId", u.name as unit, o.name as "postOffice", m.tasks, m.autonomy, m.conditions, m.status,
      m.valid_from as "validFrom", m.valid_to as "validTo",
      (select coalesce(jsonb_agg(f.name order by f.name collate "vi-x-icu"), '[]') from nation.field f
        where f.code = any (m.field_codes)) as fields,
      m.procedure_codes as procedures, m.except_procedure_codes as exceptions,
      coalesce((select e.type = any (${IN_FORCE_AFTER}::text[]) from mandate_event e
        where e.mandate_id = m.id and e.recorded_at <= ${at}::timestamptz order by e.seq desc limit 1), false)
        as "inForceThen",
      ${decisionView("d")} as decision,
      p.label as "phaseLabel", p.valid_from as "phaseFrom", p.valid_to as "phaseTo",
      ${decisionView("pd")} as "phaseDecision",
      g.id as "programmeId", g.title as programme, ${decisionView("gd")} as "programmeDecision"
    from mandate m
    join nation.one_stop_unit u on u.id = m.unit_id
    join nation.post_office o on o.id = m.post_office_id
    left join mandate_decision d on d.id = m.decision_id
    left join phase p on p.id = m.phase_id
    left join mandate_decision pd on pd.id = p.decision_id
    left join programme g on g.id = p.programme_id
    left join mandate_decision gd on gd.id = g.decision_id
    where m.id::text = ${mandateId}`.execute(tx);
  return rows[0];
}

/** A task given outside of the list. */
export async function findAssignmentBasis(tx: Tx, id: string): Promise<AssignmentBasis | undefined> {
  const { rows } = await sql<AssignmentBasis>`
    select head.full_name as head, g.task, g.reason, g.stands_by as "standsBy", g.given_at as "givenAt",
      g.valid_from as "validFrom", g.valid_to as "validTo", u.name as unit, g.revoked_at as "revokedAt"
    from assignment g
    join nation.account head on head.id = g.given_by
    join nation.one_stop_unit u on u.id = g.unit_id
    where g.id::text = ${id}`.execute(tx);
  return rows[0];
}

/** The post by which somebody acts: what they are, where, since when. */
export async function findOfficeBasis(tx: Tx, id: string): Promise<OfficeBasis | undefined> {
  const { rows } = await sql<OfficeBasis>`
    select p.role, coalesce(u.name, g.name, o.name, '') as place, p.valid_from as "validFrom", p.valid_to as "validTo"
    from nation.staff_post p
    left join nation.one_stop_unit u on u.id = p.one_stop_unit_id
    left join nation.agency g on g.id = p.agency_id
    left join nation.post_office o on o.id = p.post_office_id
    where p.id::text = ${id}`.execute(tx);
  return rows[0];
}

/** Why what somebody held went on: the record, and of a suspension its decision; undefined for any other act. */
export async function findHandOverBasis(
  tx: Tx,
  dossierId: string,
  seq: number,
): Promise<(Omit<HandOverBasis, "decision"> & { readonly decision: DecisionView | null }) | undefined> {
  const { rows } = await sql<Omit<HandOverBasis, "decision"> & { decision: DecisionView | null }>`
    select h.id as "handOverId", h.cause, next.full_name as successor,
      coalesce(person.full_name, office.name, operator.name, '') as "from", ${decisionView("d")} as decision
    from dossier_event e
    join hand_over h on h.id::text = e.payload ->> 'handOverId'
    left join suspension s on s.id = h.cause_id
    left join mandate_decision d on d.id = s.decision_id
    left join nation.account next on next.id = h.successor_id
    left join nation.account person on h.target = 'account' and person.id = h.target_id
    left join nation.post_office office on h.target = 'postOffice' and office.id = h.target_id
    left join nation.postal_operator operator on h.target = 'operator' and operator.id = h.target_id
    where e.dossier_id = ${dossierId}::uuid and e.seq = ${seq}::integer
      and e.type in ('dossier.custodyPassed', 'dossier.reassigned', 'dossier.stepsPassed')`.execute(tx);
  return rows[0];
}

/** Training of a person for a field that was passed and valid on a day. */
export async function findAccreditations(
  tx: Tx,
  {
    accountId,
    fieldCode,
    day,
  }: { readonly accountId: string; readonly fieldCode: string; readonly day: PlainDate },
) {
  const { rows } = await sql<{ field: string; heldOn: string; validFrom: string; validTo: string | null }>`
    select coalesce(f.name, c.field_code) as field, c.held_on as "heldOn", c.valid_from as "validFrom",
      c.valid_to as "validTo"
    from accreditation c left join nation.field f on f.code = c.field_code
    where c.account_id = ${accountId}::uuid and c.field_code = ${fieldCode} and c.result = 'passed'
      and c.valid_from <= ${day}::date and coalesce(c.valid_to, 'infinity') >= ${day}::date
    order by c.held_on, c.id`.execute(tx);
  return rows;
}
