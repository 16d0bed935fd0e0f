import { type Instant, localTime } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import type { DossierEventPayloads } from "./dossier-payloads.ts";
import type { DossierState } from "./fold-dossier.ts";
import { isInCase } from "./dossier-state.ts";

/** How a consultation (lấy ý kiến) stands: one that is open when its dossier is decided or ends lapses. */
export const CONSULTATION_STATES = ["open", "answered", "withdrawn", "lapsed"] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** What the rules ask of a consultation. */
export interface Consultation {
  readonly state: ConsultationState;
  readonly answerBy: PlainDate;
}

/** In which the asked agency may read the dossier. */
export const READABLE_STATES = ["open", "answered"] as const satisfies readonly ConsultationState[];

/** The day on which an answer was wanted is over. */
export function isPastAnswerDay({ answerBy }: Pick<Consultation, "answerBy">, now: Instant): boolean {
  return localTime(now).day > answerBy;
}

/**
 * Whether an outcome has to wait for this answer. It does until the day that was set is over: the clock of the dossier
 * runs on meanwhile, and who does not answer in time holds nobody up.
 *
 * @rule LINKED-01
 * @example holdsOutcome({ state: "open", answerBy: "2026-11-24" }, instant("2026-11-24T10:00:00Z")) → true
 */
export function holdsOutcome(consultation: Consultation, now: Instant): boolean {
  return consultation.state === "open" && !isPastAnswerDay(consultation, now);
}

const STATE_AFTER = {
  "dossier.consulted": "open",
  "dossier.consultationAnswered": "answered",
  "dossier.consultationWithdrawn": "withdrawn",
} as const satisfies Partial<Record<keyof DossierEventPayloads, ConsultationState>>;

/** An event as this fold needs it, with where the dossier stood after it. */
export interface ConsultingEvent {
  readonly type: string;
  readonly payload: unknown;
  readonly business: DossierState["business"];
}

/**
 * How every consultation of a dossier stands after a history, by its id.
 * @example asked, then the dossier was approved → Map { id → "lapsed" }
 */
export function foldConsultations(
  events: readonly ConsultingEvent[],
): ReadonlyMap<string, ConsultationState> {
  const states = new Map<string, ConsultationState>();
  for (const { type, payload, business } of events) {
    const state = STATE_AFTER[type as keyof typeof STATE_AFTER];
    if (state) states.set((payload as { readonly consultationId: string }).consultationId, state);
    if (!isInCase(business)) for (const [id, was] of states) if (was === "open") states.set(id, "lapsed");
  }
  return states;
}
