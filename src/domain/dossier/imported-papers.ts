import type { ImportFindings } from "./import-findings.ts";

const PAPERS_MAX = 100;
const COUNT_MAX = 1000;
const NAME_MAX_LENGTH = 500;

export interface ImportedPaper {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

/** Where only a number of papers is known, they are one line; copies, for nobody says that they are originals. */
const COUNTED_ONLY = "Giấy tờ của hồ sơ (hệ thống cũ chỉ ghi số lượng)";

/**
 * The papers of a row: a count, a text with the names parted by `|`, `;` or line ends, or a list of names or of
 * `{ name, originals, copies }`. A name without counts is one copy.
 */
export function readImportedPapers(value: unknown, findings: ImportFindings): readonly ImportedPaper[] {
  if (value === null || value === undefined || value === "") return [];
  if (isCount(value)) {
    const count = Number(value);
    if (count > COUNT_MAX) findings.reject("papers", "too_many");
    if (count > 0) findings.note("papersCountOnly");
    return count === 0 || count > COUNT_MAX ? [] : [{ name: COUNTED_ONLY, originals: 0, copies: count }];
  }
  const list = typeof value === "string" ? value.split(/[|;\r\n]/) : value;
  if (!Array.isArray(list)) {
    findings.reject("papers", "not_a_list");
    return [];
  }
  if (list.length > PAPERS_MAX) {
    findings.reject("papers", "too_many");
    return [];
  }
  return list.flatMap((paper: unknown, index) => readPaper(paper, `papers[${index}]`, findings) ?? []);
}

function isCount(value: unknown): boolean {
  if (typeof value === "string") return /^\s*\d{1,6}\s*$/.test(value);
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function readPaper(paper: unknown, place: string, findings: ImportFindings): ImportedPaper | undefined {
  if (typeof paper !== "object" || paper === null) {
    const name = findings.text(place, paper, NAME_MAX_LENGTH);
    return name === null ? undefined : { name, originals: 0, copies: 1 };
  }
  const { name, originals, copies } = paper as Readonly<Record<string, unknown>>;
  const said = findings.required(`${place}.name`, name, NAME_MAX_LENGTH);
  const counts = { originals: readCount(originals), copies: readCount(copies) };
  if (counts.originals === undefined) findings.reject(`${place}.originals`, "not_a_count");
  if (counts.copies === undefined) findings.reject(`${place}.copies`, "not_a_count");
  if (said === undefined) return undefined;
  return { name: said, originals: counts.originals ?? 0, copies: counts.copies ?? 0 };
}

function readCount(value: unknown): number | undefined {
  if (value === null || value === undefined || value === "") return 0;
  const count = isCount(value) ? Number(value) : Number.NaN;
  return count <= COUNT_MAX ? count : undefined;
}
