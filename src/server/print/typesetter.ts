import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { invariant } from "#domain/shared/result.ts";
import type { ControlSheetData } from "./control-sheet-data.ts";
import { controlSheetView, readSheetTexts } from "./control-sheet-view.ts";
import type { HandOverRecordData, InventoryRecordData, ManifestData } from "./custody-data.ts";
import { type CustodyTexts, readCustodyTexts } from "./custody-texts.ts";
import { type Coverage, coverageOf } from "./font-coverage.ts";
import type { FormData } from "./form-data.ts";
import { readFormTexts } from "./form-texts.ts";
import { formView } from "./form-view.ts";
import { handOverRecordView } from "./hand-over-record-view.ts";
import { inventoryRecordView } from "./inventory-record-view.ts";
import type { LabelSheetData } from "./label-data.ts";
import { labelSheetView } from "./label-view.ts";
import type { ListData } from "./list-data.ts";
import { readListTexts } from "./list-texts.ts";
import { listView } from "./list-view.ts";
import { manifestView } from "./manifest-view.ts";
import { PrintError, reasonWithoutQuotes } from "./print-error.ts";
import type { ReceiptData } from "./receipt-data.ts";
import { receiptView } from "./receipt-view.ts";
import { withSignatureFields } from "./signature-fields.ts";
import type { WaybillData } from "./waybill-data.ts";
import { waybillView } from "./waybill-view.ts";

/** The part of the typesetting program that is used here; its platform packages ship no types. */
interface Compiler {
  /** One call: a document that passes through JavaScript between two calls is never freed (1 MB each). */
  pdf(source: PdfSource, options: { pdfStandard: string }): Uint8Array;
  evictCache(maxAge: number): void;
}
interface PdfSource {
  readonly mainFileContent: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly resetRead: boolean;
}
interface CompilerPackage {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): Compiler;
  };
}

/** Typst 0.13, which is what exists for arm64, knows PDF/A-2b only; 0.14 also the tagged, accessible 2a. */
const PLATFORMS: Readonly<Record<string, { readonly name: string; readonly pdfStandard: string }>> = {
  "linux-x64": { name: "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu", pdfStandard: "a-2a" },
  "linux-arm64": { name: "@myriaddreamin/typst-ts-node-compiler-linux-arm64-gnu", pdfStandard: "a-2b" },
};
const FONTS = [
  "400Regular/Tinos_400Regular",
  "400Regular_Italic/Tinos_400Regular_Italic",
  "700Bold/Tinos_700Bold",
];

/** A paper of what changes hands. */
export type CustodyPaper = ManifestData | HandOverRecordData | InventoryRecordData | WaybillData;

export interface Typesetter {
  /** @throws PrintError when the data cannot be printed or the template fails. */
  readonly receipt: (data: ReceiptData) => Uint8Array;
  /** Several receipts in one document, in the order given; {@link Typesetter.receipt} when it is one. */
  readonly receipts: (all: readonly ReceiptData[]) => Uint8Array;
  /** A form that an act issued; {@link Typesetter.receipt} otherwise. */
  readonly form: (data: FormData) => Uint8Array;
  readonly controlSheet: (data: ControlSheetData) => Uint8Array;
  /** A volume of a register, or a slip of a hand-over. */
  readonly list: (data: ListData) => Uint8Array;
  readonly custodyPaper: (data: CustodyPaper) => Uint8Array;
  readonly labels: (data: LabelSheetData) => Uint8Array;
}

/**
 * Loads the typesetting program, the fonts and the templates, for the process that does nothing else.
 * @throws PrintError `typesetter_unavailable` when the program is not installed for this machine.
 */
export function openTypesetter(platform = `${process.platform}-${process.arch}`): Typesetter {
  const require = createRequire(import.meta.url);
  const { compilerPackage, pdfStandard } = loadCompiler(require, platform);
  const fontFolder = path.dirname(require.resolve("@expo-google-fonts/tinos/package.json"));
  const fonts = FONTS.map((font) => readFileSync(path.join(fontFolder, `${font}.ttf`)));
  const covers = coverageOf(fonts);
  // The program wants a folder as its root; no template reads a file from it.
  const compiler = compilerPackage.NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [{ fontBlobs: fonts }],
  });
  const template = readTemplate("receipt");
  const formTemplate = readTemplate("form");
  const texts = readFormTexts();
  const sheetTemplate = readTemplate("control-sheet");
  const sheetTexts = readSheetTexts();
  const listTemplate = readTemplate("list");
  const listTexts = readListTexts();
  const labelTemplate = readTemplate("labels");
  const typeset = (source: PdfSource) => {
    try {
      return withSignatureFields(compiler.pdf(source, { pdfStandard }));
    } catch (error) {
      throw new PrintError("typesetting_failed", `The template failed: ${reasonWithoutQuotes(error)}`);
    } finally {
      // Two slips share too little for a cache: dropping all of it was both faster and smaller.
      compiler.evictCache(0);
    }
  };
  const receipt = (data: ReceiptData) => typeset(sourceOf(template, "view", receiptView(data, covers)));
  const many = templateOfMany(template);
  return {
    receipt,
    receipts: (all) => {
      const [first, ...more] = all;
      if (first && more.length === 0) return receipt(first);
      const views = all.map((data) => receiptView(data, covers));
      return typeset(sourceOf(many, "views", views));
    },
    controlSheet: (data) =>
      typeset(sourceOf(sheetTemplate, "view", controlSheetView(data, sheetTexts, covers))),
    list: (data) => typeset(sourceOf(listTemplate, "view", listView(data, listTexts, covers))),
    custodyPaper: printCustody(covers, typeset),
    labels: (data) => typeset(sourceOf(labelTemplate, "view", labelSheetView(data, covers))),
    form: (data) => typeset(sourceOf(formTemplate, "view", formView(data, texts, covers))),
  };
}

function printCustody(
  covers: Coverage,
  typeset: (source: PdfSource) => Uint8Array,
): Typesetter["custodyPaper"] {
  const [paper, waybill] = [readTemplate("custody-paper"), readTemplate("waybill")];
  const texts = readCustodyTexts();
  return (data) => {
    const template = data.paper === "waybill" ? waybill : paper;
    return typeset(sourceOf(template, "view", custodyView(data, texts, covers)));
  };
}

function custodyView(data: CustodyPaper, texts: CustodyTexts, covers: Coverage) {
  switch (data.paper) {
    case "manifest":
      return manifestView(data, texts, covers);
    case "handOverRecord":
      return handOverRecordView(data, texts, covers);
    case "inventoryRecord":
      return inventoryRecordView(data, texts, covers);
    case "waybill":
      return waybillView(data, texts, covers);
  }
}

/** A template behind what all of them share. */
function readTemplate(name: string): string {
  const parts = ["form-parts", name].map((file) => new URL(`./${file}.typ`, import.meta.url));
  return parts.map((file) => readFileSync(file, "utf8")).join("");
}

function sourceOf(mainFileContent: string, input: string, value: unknown): PdfSource {
  return { mainFileContent, inputs: { [input]: JSON.stringify(value) }, resetRead: true };
}

/** The line of the template that reads its one view. */
const READS_VIEW = "#let view = json(bytes(sys.inputs.view))\n";

/** The same template as a function of a view, called once for each; every slip begins with its own page 1. */
function templateOfMany(template: string): string {
  const [head, body] = template.split(READS_VIEW);
  invariant(head !== undefined && body !== undefined, "the receipt template reads its view in one line");
  return `${head}#let views = json(bytes(sys.inputs.views))
#let slip(view) = [
${body}
]
#for (index, view) in views.enumerate() {
  if index > 0 {
    pagebreak(weak: true)
    counter(page).update(1)
  }
  slip(view)
}
`;
}

function loadCompiler(require: NodeJS.Require, platform: string): LoadedCompiler {
  const known = PLATFORMS[platform];
  if (!known) {
    const list = Object.keys(PLATFORMS).join(", ");
    throw new PrintError("typesetter_unavailable", `Printing runs on ${list}; this machine is ${platform}`);
  }
  try {
    const compilerPackage = require(known.name) as CompilerPackage;
    return { compilerPackage, pdfStandard: known.pdfStandard };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "unknown reason";
    throw new PrintError(
      "typesetter_unavailable",
      `The package ${known.name} cannot be loaded (${reason}). Run "npm ci" without leaving out optional packages`,
    );
  }
}
interface LoadedCompiler {
  readonly compilerPackage: CompilerPackage;
  readonly pdfStandard: string;
}
