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

/**
 * The reason that the typesetting program gives, without what it quotes from the document.
 * @example `panicked with: "Nguyễn"` → "panicked with: …"
 */
export function reasonWithoutQuotes(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  // Errors of the template stand in `code`, errors of the PDF writer in `message`, as a dump of its own type.
  const text = error.message === "" && "code" in error ? String(error.code) : error.message;
  const dumped = /message: "((?:[^"\\]|\\.)*)"/u.exec(text)?.[1];
  return (dumped ?? text).replace(/`.*`|\\?".*"/gsu, "…").slice(0, 200);
}
