import type { ControlSheetData } from "./control-sheet-data.ts";
import type { FormData } from "./form-data.ts";
import type { LabelSheetData } from "./label-data.ts";
import type { ListData } from "./list-data.ts";
import { PrintError } from "./print-error.ts";
import type { PrintWork } from "./print-work.ts";
import type { ReceiptData } from "./receipt-data.ts";
import type { CustodyPaper } from "./typesetter.ts";
import { startWorker, type WorkerProcess } from "./worker-process.ts";

export interface PrinterOptions {
  /** Typesetting processes; each is started with its first document. */
  readonly workers?: number;
  /** Documents that may wait; beyond them a document is refused at once. */
  readonly maxWaiting?: number;
  /** For one document, the start of its process included. */
  readonly timeoutMs?: number;
  /** A process is replaced after this many documents, or above this resident memory. */
  readonly documentsPerWorker?: number;
  readonly memoryLimitBytes?: number;
}

export interface Printer {
  /**
   * The receipt as PDF/A, tagged where the platform's typesetting program can; the same data gives the same
   * bytes. A document whose process dies is tried once more on a new one.
   * @throws PrintError with the reason in `code`; its message holds nothing of the document.
   * @example await writeFile("receipt.pdf", await printer.renderReceipt(data))
   */
  readonly renderReceipt: (data: ReceiptData) => Promise<Uint8Array>;
  /**
   * Several receipts as one PDF, in the order given; {@link Printer.renderReceipt} otherwise. The time for one document
   * is the time for all of them.
   */
  readonly renderReceipts: (all: readonly ReceiptData[]) => Promise<Uint8Array>;
  /** A form that an act issued (Mẫu 02 to 05); {@link Printer.renderReceipt} otherwise. */
  readonly renderForm: (form: FormData) => Promise<Uint8Array>;
  /** How a dossier went from hand to hand; {@link Printer.renderReceipt} otherwise. */
  readonly renderControlSheet: (sheet: ControlSheetData) => Promise<Uint8Array>;
  /** A volume of a register, or a slip of a hand-over; {@link Printer.renderReceipt} otherwise. */
  readonly renderList: (list: ListData) => Promise<Uint8Array>;
  /** A bảng kê, biên bản or phiếu gửi of what changes hands; {@link Printer.renderReceipt} otherwise. */
  readonly renderCustodyPaper: (paper: CustodyPaper) => Promise<Uint8Array>;
  /** Labels of packets, bags, places and papers; {@link Printer.renderReceipt} otherwise. */
  readonly renderLabels: (labels: LabelSheetData) => Promise<Uint8Array>;
  /** Refuses what waits, lets the documents in work end, and stops the processes. */
  readonly close: () => Promise<void>;
}

const DEFAULTS: Required<PrinterOptions> = {
  workers: 1,
  maxWaiting: 200,
  timeoutMs: 30_000,
  documentsPerWorker: 500,
  memoryLimitBytes: 400 * 1024 * 1024,
};

interface Job {
  readonly work: PrintWork;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

interface Slot {
  worker: WorkerProcess | undefined;
  /** The work under way; undefined when the slot is free. */
  work: Promise<void> | undefined;
}

/** A queue of documents before one or more typesetting processes. */
export function createPrinter(options: PrinterOptions = {}): Printer {
  const settings = { ...DEFAULTS, ...options };
  const waiting: Job[] = [];
  const slots: Slot[] = Array.from({ length: settings.workers }, () => ({
    worker: undefined,
    work: undefined,
  }));
  let closed = false;

  function startNext(): void {
    const slot = slots.find(({ work }) => work === undefined);
    const job = slot && waiting.shift();
    if (!slot || !job) return;
    slot.work = printInto(slot, job, settings).finally(() => {
      slot.work = undefined;
      startNext();
    });
  }

  const render = (work: PrintWork): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new PrintError("printer_closed", "The printer is closed"));
      if (waiting.length >= settings.maxWaiting) {
        return reject(new PrintError("queue_full", `${waiting.length} documents are already waiting`));
      }
      waiting.push({ work, resolve, reject });
      return startNext();
    });

  return {
    renderReceipt: (data) => render({ kind: "receipts", receipts: [data] }),
    renderReceipts: (receipts) => render({ kind: "receipts", receipts }),
    renderControlSheet: (sheet) => render({ kind: "controlSheet", sheet }),
    renderList: (list) => render({ kind: "list", list }),
    renderCustodyPaper: (paper) => render({ kind: "custodyPaper", paper }),
    renderLabels: (labels) => render({ kind: "labels", labels }),
    renderForm: (form) => render({ kind: "form", form }),
    async close() {
      closed = true;
      for (const job of waiting.splice(0))
        job.reject(new PrintError("printer_closed", "The printer is closing"));
      for (const { work } of slots) await work;
      for (const { worker } of slots) await worker?.stop();
    },
  };
}

async function printInto(slot: Slot, job: Job, settings: Required<PrinterOptions>): Promise<void> {
  try {
    job.resolve(await printOrRetry(slot, job.work, settings.timeoutMs));
  } catch (error) {
    job.reject(error);
  }
  const { worker } = slot;
  if (!worker) return;
  const isSpent =
    worker.orders() >= settings.documentsPerWorker || worker.memoryBytes() > settings.memoryLimitBytes;
  if (!isSpent) return;
  slot.worker = undefined;
  await worker.stop();
}

async function printOrRetry(slot: Slot, work: PrintWork, timeoutMs: number): Promise<Uint8Array> {
  try {
    return await livingWorker(slot).print(work, timeoutMs);
  } catch (error) {
    if (!(error instanceof PrintError && error.code === "worker_died")) throw error;
    return livingWorker(slot, "fresh").print(work, timeoutMs);
  }
}

function livingWorker(slot: Slot, wanted?: "fresh"): WorkerProcess {
  if (wanted === "fresh" || !slot.worker?.isAlive()) slot.worker = startWorker();
  return slot.worker;
}
