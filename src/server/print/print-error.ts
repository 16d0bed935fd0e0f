/** Why no document came out. */
export type PrintFailure =
  /** The data cannot be printed; asking again with the same data is of no use. */
  | "unprintable_data"
  /** The template or the typesetting program refused; a bug of ours. */
  | "typesetting_failed"
  /** The typesetting program cannot run on this machine. */
  | "typesetter_unavailable"
  /** The typesetting process died twice over the same document. */
  | "worker_died"
  | "timed_out"
  | "queue_full"
  | "printer_closed";

/**
 * A document that could not be printed. Code and message say what failed and hold nothing that stood in the
 * document, so they may be logged.
 */
export class PrintError extends Error {
  readonly code: PrintFailure;

  constructor(code: PrintFailure, message: string) {
    super(message);
    this.name = "PrintError";
    this.code = code;
  }
}
