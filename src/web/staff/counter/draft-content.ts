import { type GroupLine, LINE_FIELDS, type LineField, type LineTexts } from "./group-line.ts";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";

/** Written with every draft; a draft of another shape is read as far as it goes. */
const SHAPE = 1;

type Content = Record<string, unknown>;

/** What is kept on the server for a half-filled form. */
export function draftContent(form: IntakeForm): Content {
  return { shape: SHAPE, ...form };
}

export interface ReadDraft {
  readonly form: IntakeForm;
  /** False when something in the draft was not understood and left out. */
  readonly whole: boolean;
}

/**
 * The form that a draft holds. A field that is missing or of another kind keeps its empty value: a draft
 * of an older or newer program opens with what can be read of it, and never breaks the page.
 * @example formOfDraft({ shape: 1, remarks: "gấp" }).form.remarks → "gấp"
 */
export function formOfDraft(content: Content): ReadDraft {
  let whole = content["shape"] === SHAPE;
  function like(sample: unknown, value: unknown): unknown {
    if (value === undefined) return sample;
    if (!sameKind(sample, value)) {
      whole = false;
      return sample;
    }
    if (isObject(sample) && isObject(value) && Object.keys(sample).length > 0) {
      return Object.fromEntries(Object.entries(sample).map(([key, part]) => [key, like(part, value[key])]));
    }
    return value;
  }
  const form = like(EMPTY_FORM, content) as IntakeForm;
  return { form: withSoundPapers(form), whole };
}

/** The two lists have no sample inside the empty form, so their lines are looked at one by one. */
function withSoundPapers(form: IntakeForm): IntakeForm {
  const papers = Object.entries(form.papers as Record<string, unknown>).flatMap(([id, line]) =>
    isObject(line)
      ? [
          [
            id,
            {
              originals: count(line["originals"]),
              copies: count(line["copies"]),
              shown: line["shown"] === true,
            },
          ],
        ]
      : [],
  );
  const furtherPapers = (form.furtherPapers as readonly unknown[]).flatMap((line, at) =>
    isObject(line)
      ? [
          {
            id: at + 1,
            name: typeof line["name"] === "string" ? line["name"] : "",
            originals: count(line["originals"]),
            copies: count(line["copies"]),
          },
        ]
      : [],
  );
  const group = { ...form.group, rows: soundRows(form.group.rows) };
  return { ...form, papers: Object.fromEntries(papers) as IntakeForm["papers"], furtherPapers, group };
}

/** A row without an id could not be told from another one: it is left out. */
function soundRows(rows: readonly unknown[]): readonly GroupLine[] {
  return rows.flatMap((row) => {
    if (!isObject(row) || typeof row["rowId"] !== "string") return [];
    const text = (field: LineField) => (typeof row[field] === "string" ? row[field] : "");
    return [
      {
        rowId: row["rowId"],
        ...(Object.fromEntries(LINE_FIELDS.map((field) => [field, text(field)])) as LineTexts),
      },
    ];
  });
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 99 ? value : 0;
}

function sameKind(sample: unknown, value: unknown): boolean {
  // The case is the one field that is either nothing or a text.
  if (sample === null) return value === null || typeof value === "string";
  return typeof sample === typeof value && Array.isArray(sample) === Array.isArray(value) && value !== null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
