import type { MandateWorld } from "#domain/mandate/check-mandate.ts";
import { lastDayBefore, validVersion } from "#domain/catalogue/valid-version.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";
import { isPhase } from "./mandate-store.ts";

interface MandateAsked {
  readonly postOfficeId: string;
  readonly phaseId: string | null;
  /** On which a procedure must be in force. */
  readonly day: PlainDate;
}

/** What the check of a mandate asks: the reference data of the process, and the post offices from the database. */
export async function mandateWorld(
  tx: Tx,
  reference: Reference,
  { postOfficeId, phaseId, day }: MandateAsked,
): Promise<MandateWorld> {
  const office = await tx
    .selectFrom("nation.post_office")
    .select(["id", "operator_id"])
    .where("id", "=", postOfficeId)
    .executeTakeFirst();
  const ends = fieldEnds(reference, day);
  const phaseKnown = phaseId !== null && (await isPhase(tx, phaseId));
  return {
    isPhase: (id) => phaseKnown && id === phaseId,
    procedure: (code) => {
      const newest = newestVersion(reference, code);
      const versions = reference.versionsByCode.get(code) ?? [];
      return newest && { fieldCode: newest.content.fieldCode, inForce: validVersion(versions, day).ok };
    },
    isField: (code) => reference.fieldNames.has(code),
    isFieldEnded: (code) => ends.has(code),
    office: (id) => (office?.id === id ? { postal: office.operator_id !== null } : undefined),
    unit: (id) => reference.units.get(id),
    counters: (unitId, officeId) =>
      (reference.countersOfOffice.get(officeId) ?? [])
        .filter((counter) => counter.unit.id === unitId)
        .map((counter) => counter.id),
  };
}

/** The field of a procedure's code, by whatever version of it. */
export function fieldOf(reference: Reference): (code: string) => string | undefined {
  return (code) => newestVersion(reference, code)?.content.fieldCode;
}

/** Fields of which nothing is left on a day, with the last day on which a procedure of theirs was in force. */
export function fieldEnds(reference: Reference, day: PlainDate): ReadonlyMap<string, PlainDate> {
  const ends = new Map<string, PlainDate | null>();
  for (const [code, versions] of reference.versionsByCode) {
    const field = newestVersion(reference, code)?.content.fieldCode ?? "";
    const end = lastDayBefore(versions, day);
    const known = ends.get(field);
    ends.set(field, known === undefined || end === null || (known !== null && known < end) ? end : known);
  }
  return new Map([...ends].flatMap(([field, end]) => (end === null ? [] : [[field, end] as const])));
}
