import { PrintError, type PrintFailure } from "./print-error.ts";
import { type PrintWork, typesetWork } from "./print-work.ts";
import { openTypesetter, type Typesetter } from "./typesetter.ts";

// The process that typesets: compiling blocks, and what it leaks or crashes on must not be the server's.

/** What the printer asks of this process; one document at a time. */
export interface PrintOrder {
  readonly job: number;
  readonly work: PrintWork;
}

export type PrintAnswer =
  | { readonly kind: "printed"; readonly job: number; readonly pdf: Uint8Array; readonly memoryBytes: number }
  | { readonly kind: "failed"; readonly job: number; readonly code: PrintFailure; readonly message: string };

let typesetter: Typesetter | undefined;

function answerTo({ job, work }: PrintOrder): PrintAnswer {
  try {
    typesetter ??= openTypesetter();
    const pdf = typesetWork(typesetter, work);
    return { kind: "printed", job, pdf, memoryBytes: process.memoryUsage.rss() };
  } catch (error) {
    if (error instanceof PrintError) return { kind: "failed", job, code: error.code, message: error.message };
    // An unforeseen error may quote the document, so only its kind leaves this process.
    const kind = error instanceof Error ? error.name : typeof error;
    return {
      kind: "failed",
      job,
      code: "typesetting_failed",
      message: `Unforeseen ${kind} while typesetting`,
    };
  }
}

process.on("message", (order: PrintOrder) => process.send?.(answerTo(order)));
// The parent is gone, or done with this process.
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when to stop.
process.on("SIGINT", () => undefined);
