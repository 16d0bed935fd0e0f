import type { DossierView } from "#contract/dossiers.ts";
import type { OfferedAct } from "./permit-words.tsx";

/** What the form of every act is given. */
export interface ActFormProps {
  readonly dossier: DossierView;
  readonly permit: OfferedAct["permit"];
  readonly onDone: () => void;
  readonly onCancel?: (() => void) | undefined;
}
