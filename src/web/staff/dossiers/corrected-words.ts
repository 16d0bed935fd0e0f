import type { CorrectionView } from "#contract/dossier-parts.ts";
import type { CorrectedField } from "#domain/dossier/corrected-field.ts";
import type { Words } from "#web/text/words.ts";

type Value = CorrectionView["values"][number];
type Paper = CorrectionView["papers"][number];
type PaperState = NonNullable<Paper["before"]>;

/** Which fields were put right, in one line. @example "Đã sửa: số điện thoại người đề nghị, giấy tờ" */
export function correctedWords(fields: readonly CorrectedField[], text: Words): string {
  return text.correcting.changed(fields.map((field) => fieldWords(field, text)));
}

/** Every change in words, from what to what: fields first, then papers. */
export function changeWords({ values, papers }: CorrectionView, text: Words): readonly string[] {
  const { correcting } = text;
  return [
    ...values.map((value) =>
      correcting.change(
        capital(fieldWords(value.field, text)),
        valueWords(value, value.before, text),
        valueWords(value, value.after, text),
      ),
    ),
    ...papers.map((paper) => paperWords(paper, text)),
  ];
}

function fieldWords(field: CorrectedField, { correcting }: Words): string {
  if (field === "papers") return correcting.papers;
  const [group, part] = field.split(".");
  if (part === undefined) return correcting.closingParts[field as keyof Words["correcting"]["closingParts"]];
  if (group === "authorisation") {
    const key = part as keyof Words["correcting"]["authorisationParts"];
    return correcting.authorisation(correcting.authorisationParts[key]);
  }
  const words = correcting.partyParts[part as keyof Words["correcting"]["partyParts"]];
  return group === "applicant" ? correcting.applicant(words) : correcting.submitter(words);
}

/** Codes have words of their own; what a person typed stands as it is. */
function valueWords(
  { field }: Value,
  value: string | null,
  { correcting, common, dates, intake, lists }: Words,
) {
  if (value === null) return correcting.nothing;
  const part = field.split(".").at(-1) ?? field;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: intake.kinds,
    sex: lists.sexes,
    relation: lists.relations,
    returnMethod: lists.returnMethods,
    receiptDelivery: lists.receiptDeliveries,
    assistedWriting: { true: common.yes, false: common.no },
  };
  if (part === "birthDate" || part === "date") return dates.shortDay(value);
  return known[part]?.[value] ?? value;
}

function paperWords({ before, after }: Paper, text: Words): string {
  const { correcting } = text;
  if (after === null) return before === null ? "" : correcting.struck(before.name, amountWords(before, text));
  if (before === null) return correcting.added(after.name, amountWords(after, text));
  const name = before.name === after.name ? after.name : correcting.renamed(before.name, after.name);
  return correcting.altered(name, amountWords(before, text), amountWords(after, text));
}

function amountWords({ originals, copies, shown }: PaperState, { dossiers: { page } }: Words): string {
  if (shown) return page.shown;
  const amounts = [originals > 0 && page.originals(originals), copies > 0 && page.copies(copies)];
  return amounts.filter((amount) => typeof amount === "string").join(", ") || page.notHandedIn;
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
}
