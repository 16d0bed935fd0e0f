import { type CardProblem, readCitizenCard, readableParts } from "#domain/person/citizen-card.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { properName } from "#domain/person/person-name.ts";
import type { PersonFields } from "./intake-form.ts";

export interface ScannedCard {
  /** What the form takes over; a field that the scan does not say is left as it is. */
  readonly fields: Partial<PersonFields>;
  /** Why the scan is not whole; null when it is. */
  readonly problem: CardProblem | null;
}

/**
 * What a scan of a card says to the form. A scan that is cut short gives what could be read, so that
 * nothing has to be typed twice. The name is written as people write it, not in the card's capitals.
 * @example cardFields("087190001234||NGUYỄN VĂN A|01021990|Nam|Xã Thanh Bình|15042021").fields.name → "Nguyễn Văn A"
 */
export function cardFields(scanned: string): ScannedCard {
  const read = readCitizenCard(scanned);
  const parts = readableParts(scanned);
  const fields: Partial<PersonFields> = {
    ...(parts.number !== undefined && { identityNumber: parts.number }),
    ...(parts.name !== undefined && { name: properName(parts.name) }),
    ...(parts.birthDate !== undefined && { birthDate: formatDay(parts.birthDate) }),
    ...(parts.sex && { sex: parts.sex }),
    ...(parts.residence !== undefined && { address: parts.residence, communeCode: "" }),
  };
  return { fields, problem: read.ok ? null : read.code };
}

/** A scan that went into another field than its own: it has the bars of a card, which no typed text has. */
export function looksLikeScan(typed: string): boolean {
  return (typed.match(/\|/g)?.length ?? 0) >= 2 && /^\W*\d{6}/.test(typed);
}
