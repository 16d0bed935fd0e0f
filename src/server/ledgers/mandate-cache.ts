import type { Accreditation, Mandate } from "#domain/mandate/may-act.ts";
import { asId } from "#domain/shared/id.ts";
import { sql } from "kysely";
import type { Db, Space } from "../db/kysely.ts";

/** The mandates and accreditations of a space as one epoch saw them; a nation's worth of them is looked up, not walked. */
export interface MandateFacts {
  readonly epoch: number;
  /** All that a decision about this person at this unit may look at. */
  readonly about: (
    unitId: string,
    accountId: string,
  ) => { readonly mandates: readonly Mandate[]; readonly accreditations: readonly Accreditation[] };
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
      const mandates = await tx
        .selectFrom("mandate")
        .innerJoin("mandate_decision", "mandate_decision.id", "mandate.decision_id")
        .selectAll("mandate")
        .select("mandate_decision.number")
        .where("status", "<>", "ended")
        .execute();
      const accreditations = await tx.selectFrom("accreditation").selectAll().execute();
      return factsOf(
        epoch,
        mandates.map(
          (row): Mandate => ({
            id: asId(row.id),
            decisionNumber: row.number,
            unitId: asId(row.unit_id),
            postOfficeId: asId(row.post_office_id),
            tasks: row.tasks as Mandate["tasks"],
            fieldCodes: row.field_codes,
            procedureCodes: row.procedure_codes,
            exceptProcedureCodes: row.except_procedure_codes,
            autonomy: row.autonomy as Mandate["autonomy"],
            status: row.status as Mandate["status"],
            validFrom: row.valid_from,
            validTo: row.valid_to,
          }),
        ),
        accreditations.map((row) => ({
          accountId: asId(row.account_id),
          fieldCode: row.field_code,
          validFrom: row.valid_from,
          validTo: row.valid_to,
        })),
      );
    });
}

function factsOf(
  epoch: number,
  mandates: readonly Mandate[],
  accreditations: readonly Accreditation[],
): MandateFacts {
  const byUnit = groupBy(mandates, (mandate) => mandate.unitId);
  const byAccount = groupBy(accreditations, (held) => held.accountId);
  const named = mandates.flatMap((mandate) =>
    mandate.fieldCodes.map((fieldCode) => ({ mandate, fieldCode })),
  );
  const byField = groupBy(named, ({ mandate, fieldCode }) => `${mandate.unitId} ${fieldCode}`);
  return {
    epoch,
    about: (unitId, accountId) => ({
      mandates: byUnit.get(unitId) ?? [],
      accreditations: byAccount.get(accountId) ?? [],
    }),
    naming: (unitId, fieldCode) => byField.get(`${unitId} ${fieldCode}`)?.map(({ mandate }) => mandate) ?? [],
  };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
