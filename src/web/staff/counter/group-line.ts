import type { PersonFields } from "./intake-form.ts";

/** One more person of a group, as typed; what every row has alike stands in the form above. */
export interface GroupLine {
  /** The row's own id: what was received under it is not received again. */
  readonly rowId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly identityNumber: string;
  readonly phone: string;
  /** Empty: that of the first person. */
  readonly address: string;
  /** Received though the same person stands above, or has an open dossier about the same; a draft does not keep it. */
  readonly besidesOpen?: boolean;
}

/** Who came together: no group as long as there is nobody but the first. */
export interface GroupFields {
  readonly groupId: string;
  /** The row of the person whose form it is. */
  readonly firstRowId: string;
  readonly name: string;
  readonly rows: readonly GroupLine[];
  /** Rows that were refused because of another dossier of the same person: there it can be said that it is meant. */
  readonly asked?: readonly string[];
}

export const NO_GROUP: GroupFields = { groupId: "", firstRowId: "", name: "", rows: [] };

export const LINE_FIELDS = ["name", "birthDate", "identityNumber", "phone", "address"] as const;
export type LineField = (typeof LINE_FIELDS)[number];
export type LineTexts = Readonly<Record<LineField, string>>;

export const NO_TEXTS: LineTexts = { name: "", birthDate: "", identityNumber: "", phone: "", address: "" };

/** A row in which nobody stands is none: it is not sent, and nothing is wrong with it. */
export function isBlank(line: LineTexts): boolean {
  return LINE_FIELDS.every((field) => line[field].trim() === "");
}

/** The rows in which somebody stands. */
export function filledRows({ rows }: GroupFields): readonly GroupLine[] {
  return rows.filter((row) => !isBlank(row));
}

/** Whether several are handed in together; a row that was added and left empty makes no group yet. */
export function isGroup(group: GroupFields): boolean {
  return group.rows.length > 0 && (filledRows(group).length > 0 || group.name.trim() !== "");
}

/** A row as the rules read a person: where nothing else is said, they live where the first one lives. */
export function personOfLine(
  line: GroupLine,
  first: Pick<PersonFields, "address" | "communeCode">,
): PersonFields {
  const own = line.address.trim() !== "";
  return {
    name: line.name,
    identityNumber: line.identityNumber,
    birthDate: line.birthDate,
    sex: "",
    address: own ? line.address : first.address,
    communeCode: own ? "" : first.communeCode,
    phone: line.phone,
    email: "",
  };
}
