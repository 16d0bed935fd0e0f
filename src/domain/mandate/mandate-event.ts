import type { MandateMove } from "./mandate-life.ts";

/** What happened to a mandate, by the move that made it happen. */
export const EVENT_OF_MOVE = {
  propose: "mandate.proposed",
  sendBack: "mandate.sentBack",
  approve: "mandate.approved",
  refuse: "mandate.refused",
  bringIntoForce: "mandate.broughtIntoForce",
  suspend: "mandate.suspended",
  resume: "mandate.resumed",
  end: "mandate.ended",
} as const satisfies Record<MandateMove, string>;

/** Types of a mandate's ledger. `granted` is a mandate that was born in force: by the demo or an import. */
export const MANDATE_EVENT_TYPES = [
  "mandate.granted",
  "mandate.drafted",
  "mandate.changed",
  ...Object.values(EVENT_OF_MOVE),
] as const;
export type MandateEventType = (typeof MANDATE_EVENT_TYPES)[number];

/** What an event says beside its type: the decision that the move rests on and the words that go with it. */
export interface MandateEventPayload {
  readonly decisionId: string | null;
  readonly reason: string;
}
