import { dong, formatDong } from "#domain/shared/money.ts";
import { printableLine } from "./printable-text.ts";
import type { ManifestData, ManifestLine } from "./custody-data.ts";
import {
  type CustodyPaperView,
  codeInCell,
  type TableView,
  codeView,
  field,
  paperFrame,
  partyLine,
  sheets,
  signer,
  sumOf,
} from "./custody-parts.ts";
import { type CustodyTexts, type PaperWords, custodyText } from "./custody-texts.ts";
import type { Coverage } from "./font-coverage.ts";
import { momentInCell } from "./moment-words.ts";

/**
 * The bảng kê bàn giao as `custody-paper.typ` reads it. Its fields are ours: none is prescribed.
 *
 * @rule MANIFEST-01
 * @throws PrintError `unprintable_data` when its number cannot be a code, or a signature or a count is none.
 */
export function manifestView(data: ManifestData, texts: CustodyTexts, covers: Coverage): CustodyPaperView {
  const line = (text: string): string => printableLine(text, covers);
  const { text, say } = custodyText(texts, "manifest");
  const { giver, taker, lines } = data;
  return {
    ...paperFrame(data, text, line),
    landscape: true,
    code: codeView(data.number, say),
    parts: [
      ...field(say("giver"), partyLine(giver, say, line)),
      ...field(say("taker"), partyLine(taker, say, line)),
      ...field(say("venue"), line(data.venue)),
      ...field(say("offeredAt"), momentInCell(data.issuedAt)),
      linesTable(lines, say, covers),
    ],
    closing: [closingOf(data, say)],
    signatures: [signer(say("giverSigns"), giver, say, line), signer(say("takerSigns"), taker, say, line)],
  };
}

/** An offer that was answered is none any more: what both signed for is said above their signatures. */
function closingOf({ end, lines: all }: ManifestData, say: PaperWords): string {
  const lines = all.filter(({ within }) => !within);
  if (end.state === "offered") return say("closing");
  if (end.state !== "accepted") return say(end.state);
  const places = { at: momentInCell(end.at), taken: String(end.taken), count: String(lines.length) };
  return say(end.taken === lines.length ? "accepted" : "acceptedPartly", places);
}

function linesTable(lines: readonly ManifestLine[], say: PaperWords, covers: Coverage): TableView {
  const line = (text: string): string => printableLine(text, covers);
  const group = say("sheets");
  // What lies in a bag is counted with the bag.
  const counted = lines.filter(({ within }) => !within);
  return {
    kind: "table",
    columns: [
      { title: say("number"), width: 9, align: "center" },
      { title: say("dossierCode"), width: 38, align: "left" },
      { title: say("waybill"), width: 31, align: "left" },
      { title: say("seal"), width: 24, align: "left" },
      { title: say("person"), width: 68, align: "left" },
      { title: say("kind"), width: 17, align: "left" },
      { title: say("originals"), width: 13, align: "center", group },
      { title: say("copies"), width: 13, align: "center", group },
      { title: say("cod"), width: 20, align: "right" },
      { title: say("note"), width: 30, align: "left" },
    ],
    rows: lines.map((one) => [
      one.within ? "" : String(counted.indexOf(one) + 1),
      codeInCell(one.dossierCode, line),
      one.codes.map((code) => codeInCell(code, line)).join("\n"),
      codeInCell(one.seal, line),
      line(one.person),
      say(one.kind),
      sheets(one.originals),
      sheets(one.copies),
      one.cod === 0 ? "" : formatDong(one.cod),
      [one.missing ? say("missing") : "", line(one.note)].filter(Boolean).join("\n"),
    ]),
    total: {
      label: say("total", { count: String(counted.length) }),
      span: 6,
      cells: [
        String(sumOf(counted, ({ originals }) => originals)),
        String(sumOf(counted, ({ copies }) => copies)),
        formatDong(dong(sumOf(counted, ({ cod }) => cod))),
        "",
      ],
    },
  };
}
