/** What nothing that is at hand fixes about the turns of a dossier: an operator sets it, and it is never told as law. */
export interface TurnSettings {
  /** How many days from today a day may lie that a citizen or another agency is told. Ours (inference). */
  readonly tellableDays: number;
  /**
   * Whether an extension is at most as long as the dossier's own limit. The sources say that a new date is made once and
   * not how far it may lie (not confirmed), so the narrower reading is the usual one.
   */
  readonly extensionWithinLimit: boolean;
}

export const DEFAULT_TURN_SETTINGS: TurnSettings = { tellableDays: 365, extensionWithinLimit: true };
