import { formatDossierCode } from "#domain/dossier/dossier-code.ts";
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
  const holds = (held: { validFrom: PlainDate; validTo: PlainDate | null }) =>
    held.validFrom <= receivedOn && (held.validTo ?? receivedOn) >= receivedOn;
  const codes = reference.agencies.get(unit.agencyId)?.codes ?? [];
  const pairs = reference.codeFormats.filter(holds).flatMap((format) =>
    codes.filter((code) => holds(code) && code.formatId === format.id).map(({ code }) => ({ format, code })),
  );
  const chosen = pairs.at(-1);
  if (!chosen) return refuse("agency_code_unknown", { unit: unit.name });
  const { rows } = await sql<{ last: number }>`
    insert into dossier_code_counter as counter (agency_code, day, last) values (${chosen.code}, ${receivedOn}, 1)
    on conflict (agency_code, day) do update set last = counter.last + 1
    returning last`.execute(tx);
  const sequence = rows[0]?.last ?? 0;
  return done(formatDossierCode(chosen.format, { agencyCode: chosen.code, receivedOn, sequence }));
}
