import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { UnitForm } from "#domain/dossier/register.ts";
import type { Instant } from "#domain/shared/instant.ts";

/**
 * A paper of a unit that is a list (a volume of the register, a slip of a hand-over), as plain data. Its columns and
 * words are those of the form set, in `db/reference/list-texts.json`; what a cell says stands here under its name.
 */
export interface ListData {
  readonly form: UnitForm;
  readonly formSet: FormSet;
  readonly paperSize: "A5" | "A4";
  /** 1 to 4, each on sheets of its own. */
  readonly copies: number;
  readonly governingBody: string;
  readonly unitName: string;
  readonly place: string;
  /** Its running number in the unit and year; null for a print of what is not closed. */
  readonly number: number | null;
  /** When it was issued or printed: its line of place and date. */
  readonly issuedAt: Instant;
  /** What stands above the table, by name. */
  readonly heading: Readonly<Record<string, string>>;
  /** By the names of the columns. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Names of those who sign, as far as they are known. */
  readonly signers: Readonly<Record<string, string>>;
}
