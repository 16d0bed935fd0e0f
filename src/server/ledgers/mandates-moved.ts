/** Thrown by a writing statement when the mandate epoch is not the one that the act was decided under. */
export class MandatesMoved extends Error {
  override readonly name = "MandatesMoved";
}
