import { isValidOn } from "#domain/catalogue/valid-version.ts";
import { dossierCodeFormatOn, formatDossierCode } from "#domain/dossier/dossier-code.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { OneStopUnit, Reference } from "../units/reference.ts";

/**
 * The next dossier code of a unit, by the format and agency code in force on the day of receipt. The
 * number is taken in the transaction of the receipt: a receipt that rolls back gives it back, so a day
 * has no gap and no double. Concurrent receipts of one agency wait for each other here and only here.
 */
export async function nextDossierCode(
  tx: Tx,
  reference: Reference,
  unit: OneStopUnit,
  receivedOn: PlainDate,
): Promise<Result<string, "agency_code_unknown">> {
  const format = dossierCodeFormatOn(reference.codeFormats, receivedOn);
  const held = reference.agencies
    .get(unit.agencyId)
    ?.codes.find((code) => code.formatId === format?.id && isValidOn(code, receivedOn));
  if (!format || !held) return refuse("agency_code_unknown", { unit: unit.name });
  const { rows } = await sql<{ last: number }>`
    insert into dossier_code_counter as counter (agency_code, day, last) values (${held.code}, ${receivedOn}, 1)
    on conflict (agency_code, day) do update set last = counter.last + 1
    returning last`.execute(tx);
  const sequence = rows[0]?.last ?? 0;
  return done(formatDossierCode(format, { agencyCode: held.code, receivedOn, sequence }));
}
