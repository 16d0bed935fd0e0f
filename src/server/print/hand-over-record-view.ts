import { formatDong } from "#domain/shared/money.ts";
import type { HandOverRecordData, PaperCount, RecordDifference, RecordLine } from "./custody-data.ts";
import {
  type CustodyPaperView,
  codeInCell,
  type PartView,
  field,
  paperFrame,
  partyLine,
  sheets,
  signer,
  sumOf,
} from "./custody-parts.ts";
import { type CustodyTexts, type PaperWords, custodyText } from "./custody-texts.ts";
import type { Coverage } from "./font-coverage.ts";
import { momentInWords } from "./moment-words.ts";
import { printableLine } from "./printable-text.ts";

type Line = (text: string) => string;

/**
 * The biên bản giao nhận as `custody-paper.typ` reads it: dossiers with the number of each phiếu gửi, originals and copies,
 * whether they are complete, what differed, and what the signing means.
 *
 * @rule HANDOVER-RECORD-01
 * @throws PrintError `unprintable_data` when a signature is no PNG or a count is none.
 */
export function handOverRecordView(
  data: HandOverRecordData,
  texts: CustodyTexts,
  covers: Coverage,
): CustodyPaperView {
  const line: Line = (text) => printableLine(text, covers);
  const { text, say } = custodyText(texts, "handOverRecord");
  const { giver, taker, lines, signedAt, differences } = data;
  const listed = lines.filter(({ contents }) => contents.length > 0);
  const next = listed.length > 0 ? 3 : 2;
  return {
    ...paperFrame(data, text, line),
    landscape: false,
    code: null,
    parts: [
      ...field(say("giver"), partyLine(giver, say, line)),
      ...field(say("taker"), partyLine(taker, say, line)),
      ...field(say("venue"), line(data.venue)),
      ...field(say("manifest"), line(data.manifestNumber ?? "")),
      ...field(say("signedAt"), signedAt === null ? say("blank") : momentInWords(signedAt)),
      { kind: "heading", text: say("packets") },
      linesTable(lines, say, line),
      ...contentsParts(listed, say, line),
      { kind: "heading", text: say("differencesHead", { number: String(next) }) },
      differencesPart(differences, say, line),
      { kind: "heading", text: say("confirmHead", { number: String(next + 1) }) },
      { kind: "text", text: confirmation(data, say) },
      ...(data.money === null ? [] : field(say("money"), formatDong(data.money))),
    ],
    closing: [
      say(data.receivedAs ?? "between", { at: signedAt === null ? say("blank") : momentInWords(signedAt) }),
      ...(data.copies > 1 ? [say("closing", { count: String(data.copies).padStart(2, "0") })] : []),
    ],
    signatures: [signer(say("giverSigns"), giver, say, line), signer(say("takerSigns"), taker, say, line)],
  };
}

/** The giver signed before anything was counted: what the receiver found is not put into the giver's mouth. */
function confirmation({ lines, differences }: HandOverRecordData, say: PaperWords): string {
  const whole = lines.every(({ state }) => state === "complete") ? "confirmComplete" : "confirmPartly";
  return say(differences.length > 0 ? "confirmDiffering" : whole, {
    count: String(lines.length),
    originals: String(sumOf(lines, ({ originals }) => originals)),
    copies: String(sumOf(lines, ({ copies }) => copies)),
  });
}

function linesTable(lines: readonly RecordLine[], say: PaperWords, line: Line): PartView {
  const group = say("sheets");
  return {
    kind: "table",
    columns: [
      { title: say("number"), width: 9, align: "center" },
      { title: say("dossierCode"), width: 40, align: "left" },
      { title: say("waybill"), width: 25, align: "left" },
      { title: say("container"), width: 24, align: "left" },
      { title: say("applicant"), width: 32, align: "left" },
      { title: say("originals"), width: 11, align: "center", group },
      { title: say("copies"), width: 11, align: "center", group },
      { title: say("state"), width: 25, align: "left" },
    ],
    rows: lines.map((one, index) => [
      String(index + 1),
      codeInCell(one.dossierCode, line),
      codeInCell(one.waybill, line),
      [one.container, one.seal]
        .filter(Boolean)
        .map((code) => codeInCell(code, line))
        .join("\n"),
      line(one.applicant),
      sheets(one.originals),
      sheets(one.copies),
      say(one.state),
    ]),
    total: {
      label: say("total", { count: String(lines.length) }),
      span: 5,
      cells: [
        String(sumOf(lines, ({ originals }) => originals)),
        String(sumOf(lines, ({ copies }) => copies)),
        "",
      ],
    },
  };
}

function contentsParts(listed: readonly RecordLine[], say: PaperWords, line: Line): PartView[] {
  if (listed.length === 0) return [];
  const tables = listed.flatMap(({ container, dossierCode, waybill, contents }): PartView[] => [
    {
      kind: "text",
      text: say("contents", {
        code: line(container || waybill),
        dossier: dossierCode === "" ? "" : say("contentsDossier", { code: line(dossierCode) }),
      }),
    },
    contentsTable(contents, say, line),
  ]);
  return [{ kind: "heading", text: say("contentsHead") }, ...tables];
}

function contentsTable(contents: readonly PaperCount[], say: PaperWords, line: Line): PartView {
  return {
    kind: "table",
    columns: [
      { title: say("number"), width: 9, align: "center" },
      { title: say("paperName"), width: 110, align: "left" },
      { title: say("originals"), width: 18, align: "center" },
      { title: say("copies"), width: 18, align: "center" },
    ],
    rows: contents.map(({ name, originals, copies }, index) => [
      String(index + 1),
      line(name),
      sheets(originals),
      sheets(copies),
    ]),
  };
}

function differencesPart(differences: readonly RecordDifference[], say: PaperWords, line: Line): PartView {
  if (differences.length === 0) return { kind: "text", text: say("noDifferences") };
  return {
    kind: "table",
    columns: [
      { title: say("number"), width: 9, align: "center" },
      { title: say("differenceKind"), width: 30, align: "left" },
      { title: say("differenceWhat"), width: 32, align: "left" },
      { title: say("differenceFound"), width: 50, align: "left" },
      { title: say("differenceAgreed"), width: 50, align: "left" },
    ],
    rows: differences.map(({ kind, what, found, agreed }, index) => [
      String(index + 1),
      say(kind),
      codeInCell(what, line),
      line(found),
      agreed === "" ? say("notAgreed") : line(agreed),
    ]),
  };
}
