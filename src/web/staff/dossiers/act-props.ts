import type { DossierView } from "#contract/dossiers.ts";
import type { ShownPermit } from "./permit-words.tsx";

/** What the form of every act is given. */
export interface ActFormProps {
  readonly dossier: DossierView;
  readonly permit: ShownPermit;
  /** Called with the form that the act issued, when it did. */
  readonly onDone: (formIssueId?: string) => void;
  readonly onCancel?: (() => void) | undefined;
}
