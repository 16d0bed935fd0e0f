import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { TurnForm } from "#web/text/vi/turns.ts";

/** The form that a move issues; what issues none is left out. */
export const FORM_OF_MOVE: Readonly<Partial<Record<Move, TurnForm>>> = {
  askBeforeReceipt: "supplement",
  askSupplement: "supplement",
  refuseIntake: "refusal",
  extend: "apology",
  apologise: "apology",
  acceptWithdrawal: "stop",
  stop: "stop",
};

const FORM_OF_EVENT: Readonly<Partial<Record<DossierEventType, TurnForm>>> = {
  "dossier.supplementAskedBeforeReceipt": "supplement",
  "dossier.supplementAsked": "supplement",
  "dossier.intakeRefused": "refusal",
  "dossier.extended": "apology",
  "dossier.apologised": "apology",
  "dossier.withdrawalAccepted": "stop",
  "dossier.stopped": "stop",
};

/** The form that was issued with an event, by the event's type; undefined for a type that issues none. */
export function formOfEvent(type: string): TurnForm | undefined {
  return Object.entries(FORM_OF_EVENT).find(([known]) => known === type)?.[1];
}
