import type { RoundStopView } from "#contract/rounds.ts";

type Codes = Pick<RoundStopView, "packetCode" | "waybill" | "orderNumber">;

/** A code as a scanner or fingers give it: a label's address, small letters and gaps are the same code. */
function plainCode(typed: string): string {
  return (typed.split("/").at(-1) ?? "").replace(/\s+/g, "").toUpperCase();
}

/**
 * The stop of a scanned or typed code: of its packet, its waybill or its dossier.
 * @returns undefined when no stop, or more than one, has it
 */
export function findStop<Stop extends Codes>(stops: readonly Stop[], typed: string): Stop | undefined {
  const code = plainCode(typed);
  if (code === "") return undefined;
  const exact = stops.filter((stop) =>
    [stop.packetCode, stop.waybill, stop.orderNumber].some((named) => named === code),
  );
  const found = exact.length > 0 ? exact : stops.filter((stop) => stop.orderNumber.startsWith(`${code}-`));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a code from the label of the thing in hand is the stop's. */
export function isOf(stop: Codes, typed: string): boolean {
  return findStop([stop], typed) !== undefined;
}
