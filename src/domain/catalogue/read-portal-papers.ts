import type { PortalPaper } from "./portal-record.ts";
import { type Digest, stableKeys } from "./portal-keys.ts";
import { cleanLine, isAbsent } from "./portal-text.ts";
import type { RequiredPaper } from "./procedure.ts";
import type { Warning } from "./warnings.ts";

export interface ReadPapers {
  readonly papers: readonly RequiredPaper[];
  readonly paperNotes: readonly string[];
  readonly warnings: readonly Warning[];
}

/** More than this is not a number of sheets that a counter asks for; as a rule digits of a year or a file's name. */
const COUNT_MAX = 9;

const CONDITION_FIRST = /^(?:[-+*•]\s*)?((?:trong )?trường hợp|đối với|nếu)(?=\s)/iu;
const CONDITION_LAST =
  /\(\s*((?:nếu|trong trường hợp|trường hợp|đối với|áp dụng|chỉ)[^()]*)\)\s*[.;:]?$|(?:^|\s)((?:đối với|trong) trường hợp [^.;]*)[.;:]?$/iu;
/** How far from its ends a name is looked at: some are whole paragraphs. */
const ENDS_MAX = 600;
const NOTE_FIRST = /^(?:\(?\*|\(?lưu ý|\(?ghi chú|chú ý)/iu;
const HEADING = /(?:gồm(?: có)?|sau|cụ thể|bao gồm|hợp|thành phần hồ sơ.*|hồ sơ.*|giấy tờ.*)\s*:$/iu;

/** "… (mẫu NA17)101-Mau A17 tam tru.doc": the file's name begins where the name of the paper ended. */
const FILE_AT_END = /\.(?:docx?|pdf|xlsx?|rtf|rar|zip|jpe?g|png)$/iu;
/**
 * Where a file's name may begin: Vietnamese has no capital within a word, so a capital right after a small letter or
 * a bracket is a seam; "71-", "101-" after a bracket is one, and so is "Mẫu" after anything but a space.
 */
const SEAM =
  /(?<=[\p{Ll})\]”";])(?=\p{Lu})|(?<=\d)(?=\p{Lu}\p{Ll})|(?<=(?:\p{Ll}{2}|CP|[)\]])\.)(?=[\p{Lu}\d])|(?<=[)\];”"])(?=\d{1,3}[-_. ])|(?<=[\p{L}\d]\.?)(?=M[aẫ]u|Ph[uụ] l[uụ]c)/gu;
const FILE_NAME_MAX = 130;

/**
 * The papers of a record that a clerk ticks, and apart from them what is written in the list but is none: lines of
 * kind "note", lines that ask for nothing, remarks. A paper that is named for a case has that as its condition.
 * @example readPortalPapers([{ kind: "submit", name: "Tờ khai", originals: 1, copies: 0 }], sha256)
 */
export function readPortalPapers(given: readonly PortalPaper[], digest: Digest): ReadPapers {
  const lines = given
    .map((line) => ({ ...line, name: cleanLine(line.name) }))
    .filter((line) => !isAbsent(line.name));
  const asked = lines.filter(isAsked);
  const distinct = asked.filter((line, index) => asked.findIndex((other) => sameLine(other, line)) === index);
  const notes = lines.filter((line) => !isAsked(line));
  const ids = stableKeys(
    "paper",
    distinct.map((line) => splitFile(line.name).name),
    digest,
  );
  const read = distinct.map((line, index) => readPaper(line, ids[index] ?? "", `papers[${index}]`));
  const papers = read.map(({ paper }) => paper);
  const paperNotes = [...new Set(notes.map((note) => note.name))];
  return {
    papers,
    paperNotes,
    warnings: [...noteWarnings(papers, notes, paperNotes), ...read.flatMap(({ warning }) => warning ?? [])],
  };
}

function isAsked({ kind, name, originals, copies }: PortalPaper): boolean {
  return kind !== "note" && originals + copies > 0 && !NOTE_FIRST.test(name);
}

function sameLine(one: PortalPaper, other: PortalPaper): boolean {
  return (
    one.name === other.name &&
    one.kind === other.kind &&
    one.originals === other.originals &&
    one.copies === other.copies
  );
}

function noteWarnings(
  papers: readonly RequiredPaper[],
  notes: readonly PortalPaper[],
  paperNotes: readonly string[],
): readonly Warning[] {
  const at = (name: string) => `paperNotes[${paperNotes.indexOf(name)}]`;
  const taken = notes.filter(({ kind, originals, copies }) => kind !== "note" || originals + copies > 0);
  const heading = paperNotes.find((name) => HEADING.test(name.slice(-ENDS_MAX)));
  return [
    ...(papers.length === 0
      ? [{ kind: "papersMissing", path: "papers", words: paperNotes[0] ?? "" } as const]
      : []),
    ...[...new Set(taken.map(({ name }) => name))].map(
      (name) => ({ kind: "paperAsNote", path: at(name), words: name }) as const,
    ),
    ...(heading === undefined || papers.length < 2
      ? []
      : [{ kind: "papersOfCases", path: at(heading), words: heading } as const]),
  ];
}

function readPaper(
  line: PortalPaper,
  id: string,
  path: string,
): { readonly paper: RequiredPaper; readonly warning: Warning | undefined } {
  const split = splitFile(line.name);
  const counts = readCounts(line, split.name);
  const condition = conditionOf(split.name);
  return {
    paper: {
      id,
      name: counts.name,
      kind: line.kind === "present" ? "show" : "submit",
      originals: counts.originals,
      copies: counts.copies,
      ...(condition === undefined ? {} : { condition }),
      ...(split.formName === undefined ? {} : { formName: split.formName }),
    },
    warning: counts.clear
      ? undefined
      : { kind: "paperCountUnclear", path, words: `${line.originals} + ${line.copies}: ${line.name}` },
  };
}

interface Counts {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly clear: boolean;
}

/**
 * Counts as they can be. "… ngày 31/12/" with 20251 originals is the year 2025 and one original; any other count
 * that cannot be one counts for nothing, with a warning; that the paper is asked for once at least is certain.
 */
function readCounts(paper: PortalPaper, name: string): Counts {
  const [originals, copies] = [plainZero(paper.originals), plainZero(paper.copies)];
  const [, year, rest] = /^(20\d\d)(\d)$/.exec(String(originals)) ?? [];
  if (year !== undefined && /\d{1,2}\/$/u.test(name) && isCount(Number(rest)) && isCount(copies)) {
    return { name: `${name}${year}`, originals: Number(rest), copies, clear: Number(rest) + copies > 0 };
  }
  const clear = isCount(originals) && isCount(copies);
  if (clear) return { name, originals, copies, clear };
  const known = { originals: isCount(originals) ? originals : 0, copies: isCount(copies) ? copies : 0 };
  const none = known.originals + known.copies === 0;
  return { name, originals: none ? 1 : known.originals, copies: known.copies, clear };
}

/** JSON knows a -0, the database does not: what is stored must be what was read. */
function plainZero(count: number): number {
  return count === 0 ? 0 : count;
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= COUNT_MAX;
}

/** When a paper is asked for, where its own name says so, in the words of the name. */
function conditionOf(name: string): string | undefined {
  if (CONDITION_FIRST.test(name)) {
    const [first] = name.slice(0, ENDS_MAX).split(/[:;]|,? thì |, (?=ph[aả]i|hồ sơ|nộp)/iu);
    return cleanLine(first ?? name);
  }
  const [, bracketed, plain] = CONDITION_LAST.exec(name.slice(-ENDS_MAX)) ?? [];
  const condition = cleanLine(bracketed ?? plain ?? "");
  return condition === "" ? undefined : condition;
}

/** A file's name that is glued to the name of a paper names its form. Without a seam the name stays whole. */
function splitFile(name: string): { readonly name: string; readonly formName?: string } {
  if (!FILE_AT_END.test(name)) return { name };
  const seams = [...name.matchAll(SEAM)].map((match) => match.index);
  const at = seams.find((seam) => seam > 3 && name.length - seam <= FILE_NAME_MAX);
  return at === undefined
    ? { name }
    : { name: cleanLine(name.slice(0, at)), formName: cleanLine(name.slice(at)) };
}
