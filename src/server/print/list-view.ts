import { localTime } from "#domain/shared/instant.ts";
import { copiesOf } from "./copy-names.ts";
import type { Coverage } from "./font-coverage.ts";
import type { ListData } from "./list-data.ts";
import { type ListText, listText } from "./list-texts.ts";
import { dayInWords, twoDigits } from "./moment-words.ts";
import { printableLine } from "./printable-text.ts";

/** The list as its template `list.typ` reads it. @throws PrintError `unprintable_data` as a form does. */
export function listView(data: ListData, texts: readonly ListText[], covers: Coverage) {
  const line = (text: string): string => printableLine(text, covers);
  const text = listText(texts, data.form, data.formSet);
  const number = data.number === null ? "" : twoDigits(data.number);
  return {
    paperSize: data.paperSize,
    landscape: text.landscape,
    copies: copiesOf(data.copies, text.copyOwners),
    title: text.title,
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    number,
    numberSuffix: text.numberSuffix,
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.issuedAt).day)}`,
    footer: footerOf(text, number, data),
    heading: text.heading
      .map(({ label, value }) => ({ label, value: line(data.heading[value] ?? "") }))
      .filter(({ value }) => value !== ""),
    columns: text.columns,
    rows: data.rows.map((row) => text.columns.map(({ name }) => line(row[name] ?? ""))),
    notes: text.notes,
    signatures: text.signatures.map(({ title, note, who }) => ({
      title,
      note,
      name: line(data.signers[who] ?? ""),
    })),
    documentDate: data.issuedAt.slice(0, 19).split(/\D/u).map(Number),
  };
}

function footerOf(text: ListText, number: string, { heading }: ListData): string {
  const parts = [
    text.title,
    number && `số ${number}${text.numberSuffix}`,
    heading["volume"] && `quyển ${heading["volume"]}`,
  ];
  return parts.filter(Boolean).join(", ");
}
