import type { InventoryLine, InventoryRecordData } from "./custody-data.ts";
import {
  type CustodyPaperView,
  type PartView,
  field,
  paperFrame,
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
 * The biên bản kiểm kê, đóng gói lại as `custody-paper.typ` reads it: what was to be in a torn packet, what was found, and
 * its new seal, signed by two.
 *
 * @rule INVENTORY-RECORD-01
 * @throws PrintError `unprintable_data` when a signature is no PNG or a count is none.
 */
export function inventoryRecordView(
  data: InventoryRecordData,
  texts: CustodyTexts,
  covers: Coverage,
): CustodyPaperView {
  const line: Line = (text) => printableLine(text, covers);
  const { text, say } = custodyText(texts, "inventoryRecord");
  return {
    ...paperFrame(data, text, line),
    landscape: false,
    code: null,
    parts: [
      ...field(say("at"), momentInWords(data.at)),
      ...field(say("venue"), line(data.venue)),
      ...field(say("container"), line(data.container)),
      ...field(say("seal"), line(data.seal)),
      ...field(say("waybill"), line(data.waybill)),
      ...field(say("dossierCode"), line(data.dossierCode)),
      ...field(say("condition"), line(data.condition)),
      ...field(say("cause"), line(data.cause)),
      { kind: "heading", text: say("contentsHead") },
      papersTable(data.papers, say, line),
      { kind: "heading", text: say("newHead") },
      ...field(say("newContainer"), line(data.newContainer ?? say("keptContainer"))),
      ...field(say("newSeal"), line(data.newSeal) || say("blank")),
    ],
    closing: [say("closing")],
    signatures: [
      signer(say("packerSigns"), data.packer, say, line),
      signer(say("witnessSigns"), data.witness, say, line),
    ],
  };
}

function papersTable(papers: readonly InventoryLine[], say: PaperWords, line: Line): PartView {
  const [listed, found] = [say("listed"), say("found")];
  const counts = ({ originals, copies }: InventoryLine["listed"]) => [sheets(originals), sheets(copies)];
  const sums = (of: (one: InventoryLine) => InventoryLine["listed"]) => [
    String(sumOf(papers, (one) => of(one).originals)),
    String(sumOf(papers, (one) => of(one).copies)),
  ];
  return {
    kind: "table",
    columns: [
      { title: say("number"), width: 9, align: "center" },
      { title: say("paperName"), width: 75, align: "left" },
      { title: say("originals"), width: 14, align: "center", group: listed },
      { title: say("copies"), width: 14, align: "center", group: listed },
      { title: say("originals"), width: 14, align: "center", group: found },
      { title: say("copies"), width: 14, align: "center", group: found },
      { title: say("note"), width: 36, align: "left" },
    ],
    rows: papers.map((one, index) => [
      String(index + 1),
      line(one.name),
      ...counts(one.listed),
      ...counts(one.found),
      line(one.note),
    ]),
    total: {
      label: say("total", { count: String(papers.length) }),
      span: 2,
      cells: [...sums((one) => one.listed), ...sums((one) => one.found), ""],
    },
  };
}
