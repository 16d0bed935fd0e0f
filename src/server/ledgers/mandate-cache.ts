import type { Accreditation, Assignment, Mandate, Suspension } from "#domain/mandate/mandate.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { asId } from "#domain/shared/id.ts";
import { instant } from "#domain/shared/instant.ts";
import type { Lineage } from "#domain/unit/succession.ts";
import { sql } from "kysely";
import type { Db, Space, Tx } from "../db/kysely.ts";
import { loadLineage } from "../units/load-lineage.ts";
import { inheritedAssignments, inheritedMandates } from "./inherited-rights.ts";

/** The rights that a space gives the post, as one epoch saw them; a nation's worth of them is looked up, not walked. */
export interface MandateFacts {
  readonly epoch: number;
  /** By which every place of the facts, and of what is asked of them, is the one that answers today. */
  readonly lineage: Lineage;
  /** All that a decision about this person at this unit may look at. */
  readonly about: (
    unitId: string,
    accountId: string,
  ) => {
    readonly mandates: readonly Mandate[];
    readonly accreditations: readonly Accreditation[];
    readonly assignments: readonly Assignment[];
    readonly suspensions: readonly Suspension[];
  };
  /** Those of the unit's mandates that name a field, in the same order. */
  readonly naming: (unitId: string, fieldCode: string) => readonly Mandate[];
}

/**
 * Mandates in the process. A decision may be made on a cached epoch, because the statement that writes the
 * act asserts it: a suspension counts from the next act even when nobody told this process of it.
 */
export interface MandateCache {
  /** As last read; may be old, so only for acts whose writing statement asserts the epoch. */
  readonly cached: (space: Space) => Promise<MandateFacts>;
  /** Read again if the epoch has moved; for answers that write nothing. */
  readonly fresh: (space: Space) => Promise<MandateFacts>;
  /** The epoch has moved there: read again now, if anybody has asked before, rather than when the next act comes. */
  readonly refresh: (space: Space) => Promise<void>;
}

export function createMandateCache(db: Db): MandateCache {
  const known = new Map<string, MandateFacts>();
  const reload = async (space: Space) => {
    const facts = await readMandates(db, space);
    known.set(space.id, facts);
    return facts;
  };
  return {
    cached: async (space) => known.get(space.id) ?? (await reload(space)),
    fresh: async (space) => {
      const facts = known.get(space.id);
      return facts !== undefined && facts.epoch === (await readEpoch(db, space))
        ? facts
        : await reload(space);
    },
    refresh: async (space) => {
      if (known.has(space.id)) await reload(space);
    },
  };
}

async function readEpoch(db: Db, space: Space): Promise<number> {
  const { rows } = await sql<{
    epoch: number;
  }>`select epoch from ${sql.id(space.schema, "mandate_epoch")}`.execute(db);
  return rows[0]?.epoch ?? 0;
}

function readMandates(db: Db, space: Space): Promise<MandateFacts> {
  return db
    .withSchema(space.schema)
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const { epoch } = await tx.selectFrom("mandate_epoch").select("epoch").executeTakeFirstOrThrow();
      const lineage = await loadLineage(tx);
      const given = await loadMandates(tx);
      return factsOf({
        epoch,
        lineage,
        mandates: inheritedMandates(given, lineage, await fieldsOfMerged(tx, given, lineage)),
        accreditations: await loadAccreditations(tx),
        assignments: inheritedAssignments(await loadAssignments(tx), lineage),
        suspensions: await loadSuspensions(tx),
      });
    });
}

/** The fields of the procedures; read only where units came together, since only there mandates are compared. */
async function fieldsOfMerged(tx: Tx, mandates: readonly Mandate[], { heirOf }: Lineage) {
  if (mandates.every(({ unitId }) => heirOf(unitId) === unitId)) return () => undefined;
  const rows = await tx
    .selectFrom("nation.procedure_version")
    .select(["code", "field_code"])
    .where("withdrawn_at", "is", null)
    .orderBy("valid_from")
    .execute();
  const fields = new Map(rows.map((row) => [row.code, row.field_code]));
  return (code: string) => fields.get(code);
}

/** Drafts and what was refused say nothing to a clerk; what has ended would only grow the list. */
async function loadMandates(tx: Tx): Promise<readonly Mandate[]> {
  const rows = await tx
    .selectFrom("mandate")
    .innerJoin("mandate_decision", "mandate_decision.id", "mandate.decision_id")
    .selectAll("mandate")
    .select("mandate_decision.number")
    .where("status", "in", ["approved", "inForce", "suspended"])
    .execute();
  return rows.map((row) => ({
    id: asId(row.id),
    decisionNumber: row.number,
    unitId: asId(row.unit_id),
    postOfficeId: asId(row.post_office_id),
    counterIds: row.counter_ids.map((id) => asId(id)),
    tasks: row.tasks as Mandate["tasks"],
    fieldCodes: row.field_codes,
    procedureCodes: row.procedure_codes,
    exceptProcedureCodes: row.except_procedure_codes,
    autonomy: row.autonomy as Mandate["autonomy"],
    status: row.status as Mandate["status"],
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

async function loadAccreditations(tx: Tx): Promise<readonly Accreditation[]> {
  const rows = await tx
    .selectFrom("accreditation")
    .select(["account_id", "field_code", "valid_from", "valid_to"])
    .where("result", "=", "passed")
    .where("withdrawn_at", "is", null)
    .execute();
  return rows.map((row) => ({
    accountId: asId(row.account_id),
    fieldCode: row.field_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

async function loadAssignments(tx: Tx): Promise<readonly Assignment[]> {
  const rows = await tx.selectFrom("assignment").selectAll().where("revoked_at", "is", null).execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: asId(row.account_id),
    unitId: asId(row.unit_id),
    task: row.task as Assignment["task"],
    subject:
      row.dossier_id === null
        ? { kind: "procedure", procedureCode: row.procedure_code ?? "" }
        : { kind: "dossier", dossierId: asId(row.dossier_id) },
    standsBy: row.stands_by,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    revoked: false,
  }));
}

/**
 * Before every moment that a clock shows: a suspension that stands has begun, also for a request that came in before it
 * and is written after, and for a process whose clock is behind.
 */
const BEGUN = instant(0);

async function loadSuspensions(tx: Tx): Promise<readonly Suspension[]> {
  const rows = await tx
    .selectFrom("suspension")
    .innerJoin("mandate_decision", "mandate_decision.id", "suspension.decision_id")
    .select(["suspension.id", "target", "target_id", "number"])
    .where("to_at", "is", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    target: row.target as Suspension["target"],
    targetId: row.target_id,
    decisionNumber: row.number,
    from: BEGUN,
    to: null,
  }));
}

interface Loaded {
  readonly epoch: number;
  readonly lineage: Lineage;
  readonly mandates: readonly Mandate[];
  readonly accreditations: readonly Accreditation[];
  readonly assignments: readonly Assignment[];
  readonly suspensions: readonly Suspension[];
}

function factsOf(loaded: Loaded): MandateFacts {
  const { epoch, lineage, mandates, accreditations, assignments, suspensions } = loaded;
  const byUnit = groupBy(mandates, (mandate) => mandate.unitId);
  const byAccount = groupBy(accreditations, (held) => held.accountId);
  const given = groupBy(assignments, (one) => one.accountId);
  const named = mandates.flatMap((mandate) =>
    mandate.fieldCodes.map((fieldCode) => ({ mandate, fieldCode })),
  );
  const byField = groupBy(named, ({ mandate, fieldCode }) => `${mandate.unitId} ${fieldCode}`);
  return {
    epoch,
    lineage,
    about: (unitId, accountId) => ({
      mandates: byUnit.get(unitId) ?? [],
      accreditations: byAccount.get(accountId) ?? [],
      assignments: given.get(accountId) ?? [],
      suspensions,
    }),
    naming: (unitId, fieldCode) => byField.get(`${unitId} ${fieldCode}`)?.map(({ mandate }) => mandate) ?? [],
  };
}
