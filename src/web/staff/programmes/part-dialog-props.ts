import type { DecisionView } from "#contract/mandates.ts";

/** What the dialog of each kind of part is given. */
export interface PartDialogProps<Part> {
  readonly programme: { readonly id: string; readonly version: number };
  /** The part that is changed; null adds one. */
  readonly part: Part | null;
  /** Decisions of the programme that may be named again. */
  readonly known: readonly DecisionView[];
  readonly onClose: () => void;
}
