import type { DossierView } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { CorrectionWords } from "./correction-words.tsx";
import { SaidWords } from "./said-words.tsx";

/** Why a result or a dossier came back, or what was put right of it: read before anything is done again. */
export function SentBack({ dossier }: { readonly dossier: DossierView }): ReactElement | null {
  const text = useText();
  const last = dossier.events.at(-1);
  if (last?.correction) {
    return (
      <Notice tone="info" title={text.correcting.changedTitle}>
        <CorrectionWords correction={last.correction} />
        {last.note !== null && <SaidWords>{last.note}</SaidWords>}
      </Notice>
    );
  }
  if (last === undefined) return null;
  if (last.type === "dossier.withdrawalAsked") {
    return (
      <Notice tone="info" title={text.turns.withdrawal.said}>
        {last.note}
      </Notice>
    );
  }
  if (!BACK_WITH_WORDS.includes(last.type)) return null;
  return (
    <Notice tone="warning" title={text.dossiers.acts.sentBack(last.actor, last.type)}>
      {last.note}
    </Notice>
  );
}

const BACK_WITH_WORDS: readonly string[] = [
  "dossier.sentBack",
  "dossier.handedBack",
  "dossier.sentToDesk",
  "dossier.remarked",
];
