import type { ControlSheetData } from "./control-sheet-data.ts";
import type { FormData } from "./form-data.ts";
import type { LabelSheetData } from "./label-data.ts";
import type { ListData } from "./list-data.ts";
import type { ReceiptData } from "./receipt-data.ts";
import type { CustodyPaper, Typesetter } from "./typesetter.ts";

/** One PDF that is asked for. */
export type PrintWork =
  /** Slips of Mẫu 01, in this order. */
  | { readonly kind: "receipts"; readonly receipts: readonly ReceiptData[] }
  | { readonly kind: "form"; readonly form: FormData }
  | { readonly kind: "controlSheet"; readonly sheet: ControlSheetData }
  | { readonly kind: "list"; readonly list: ListData }
  /** A bảng kê, biên bản or phiếu gửi of what changes hands. */
  | { readonly kind: "custodyPaper"; readonly paper: CustodyPaper }
  | { readonly kind: "labels"; readonly labels: LabelSheetData };

/** @throws PrintError when the data cannot be printed or the template fails. */
export function typesetWork(typesetter: Typesetter, work: PrintWork): Uint8Array {
  switch (work.kind) {
    case "receipts":
      return typesetter.receipts(work.receipts);
    case "form":
      return typesetter.form(work.form);
    case "controlSheet":
      return typesetter.controlSheet(work.sheet);
    case "list":
      return typesetter.list(work.list);
    case "custodyPaper":
      return typesetter.custodyPaper(work.paper);
    case "labels":
      return typesetter.labels(work.labels);
  }
}
