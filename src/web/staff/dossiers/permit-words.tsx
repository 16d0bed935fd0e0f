import type { DossierView } from "#contract/dossiers.ts";
import type { RefusalCode } from "#contract/refusals.ts";
import type { ReactElement } from "react";
import type { RefusalDetails } from "#web/text/refusal-words.ts";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import styles from "./acts-panel.module.css";

type Basis = DossierView["events"][number]["basis"];

/** By which right something was or may be done; a post is named as one, not only as a place. */
export function basisWords({ kind, title }: Basis, { dossiers: { acts } }: Words): string {
  return kind === "office" ? acts.byOffice(title) : acts.by(title);
}

export type OfferedAct = DossierView["acts"][number];

/** What a button says: the right to act, or why not, be it the right's or the state's answer. */
export interface ShownPermit extends Omit<OfferedAct["permit"], "refusal"> {
  readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } | null;
}

/** By which right an act may be done, or why not and what to do instead. */
export function PermitWords({ permit }: { readonly permit: ShownPermit }): ReactElement | null {
  const text = useText();
  if (permit.refusal) {
    const { what, wayOut } = text.refusals[permit.refusal.code](permit.refusal.details);
    return (
      <p className={styles["words"]}>
        {what} {wayOut}
      </p>
    );
  }
  if (permit.basis === null) return null;
  return (
    <p className={styles["words"]} lang="vi">
      {basisWords(permit.basis, text)}
      {permit.awaitsConfirmation && <strong> {text.dossiers.acts.awaits}</strong>}
    </p>
  );
}
