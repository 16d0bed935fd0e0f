import { readFileSync } from "node:fs";
import type { FormSet } from "#domain/dossier/issued-form.ts";
import { localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { ControlSheetData, Hop } from "./control-sheet-data.ts";
import { copiesOf } from "./copy-names.ts";
import type { Coverage } from "./font-coverage.ts";
import { dayInWords, momentInWords } from "./moment-words.ts";
import { printableLine } from "./printable-text.ts";
import { trackView } from "./track-view.ts";

/** The wording of a sheet in a form set, with where it is from and how sure that is. */
export interface SheetText {
  readonly form: "controlSheet";
  readonly formSet: FormSet;
  readonly title: string;
  readonly numberSuffix: string;
  readonly mark: "sourced" | "recalled" | "inference";
  readonly source: string;
  readonly notes: readonly string[];
}

const FILE = new URL("../../../db/reference/sheet-texts.json", import.meta.url);

/** The wordings of the sheets. Replacing one is a change of that file and of nothing else. */
export function readSheetTexts(): readonly SheetText[] {
  return JSON.parse(readFileSync(FILE, "utf8")) as readonly SheetText[];
}

const RESULT_WORDS: Readonly<Record<NonNullable<Hop["result"]>, string>> = {
  early: "Trước hạn",
  onTime: "Đúng hạn",
  late: "Quá hạn",
};

/** The sheet as its template `control-sheet.typ` reads it. @throws PrintError `unprintable_data` as a form does. */
export function controlSheetView(data: ControlSheetData, texts: readonly SheetText[], covers: Coverage) {
  const line = (text: string): string => printableLine(text, covers);
  const text = texts.find(({ formSet }) => formSet === data.formSet);
  invariant(text, `the form set ${data.formSet} has a text for the control sheet`);
  return {
    paperSize: data.paperSize,
    copies: copiesOf(data.copies),
    title: text.title,
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    number: line(data.number ?? ""),
    numberSuffix: text.numberSuffix,
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.asOf).day)}`,
    dossierCode: line(data.dossierCode),
    agency: line(data.agencyName),
    receivedAt: momentInWords(data.receivedAt),
    dueAt: data.dueAt === null ? "Thời hạn đang tạm dừng" : momentInWords(data.dueAt),
    hops: data.hops.map((hop) => ({
      from: line(hop.from),
      to: line(hop.to),
      at: momentInWords(hop.at),
      giver: line(hop.giver),
      taker: line(hop.taker),
      result: hop.result === null ? "" : RESULT_WORDS[hop.result],
      note: line(hop.note),
    })),
    notes: text.notes,
    ...trackView(data, line),
    documentDate: data.asOf.slice(0, 19).split(/\D/u).map(Number),
  };
}
