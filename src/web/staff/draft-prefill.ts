import type { Task } from "#domain/mandate/mandate.ts";
import type { LinkProps } from "@tanstack/react-router";
import type { NamedProcedure } from "./procedure-finder.tsx";

/** What another screen already knows of a mandate that is to be drafted; nothing personal is in it. */
export interface MandatePrefill {
  readonly unitId?: string;
  readonly postOfficeId?: string;
  readonly tasks?: readonly Task[];
  readonly fieldCodes?: readonly string[];
  readonly procedures?: readonly NamedProcedure[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Goes with the entry of the history: a reload of the tab keeps it, and the address stays short. */
    mandatePrefill?: MandatePrefill;
  }
}

/**
 * The way to the form of a new mandate with some of it filled in.
 * @example <Link {...draftWith({ unitId, fieldCodes: ["civilStatus"] })}>Soạn</Link>
 */
export function draftWith(mandatePrefill: MandatePrefill) {
  return { to: "/mandates/new", state: { mandatePrefill } } as const satisfies LinkProps;
}
