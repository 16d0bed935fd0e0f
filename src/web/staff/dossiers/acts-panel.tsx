import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActFormProps } from "./act-props.ts";
import styles from "./acts-panel.module.css";
import { ConfirmAct } from "./confirm-act.tsx";
import { CorrectAct } from "./correct-act.tsx";
import { CorrectionWords } from "./correction-words.tsx";
import { forgetDossiers } from "./forget-dossiers.ts";
import { NextStep } from "./next-step.tsx";
import { type OfferedAct, PermitWords, basisWords } from "./permit-words.tsx";
import { SaidWords } from "./said-words.tsx";
import { TakeAct } from "./take-act.tsx";
import { usePermit } from "./use-permit.ts";

/**
 * What may be done with the dossier now. Each button says by which right, or why not. A form that was
 * opened stays, with what was typed, also when the dossier moves on in other hands.
 */
export function ActsPanel({ dossier }: { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const permitOf = usePermit(dossier);
  const [opened, setOpened] = useState<Move | null>(null);
  const [done, setDone] = useState<Move | null>(null);
  useEffect(() => {
    // The form that was sent is gone, and the focus with it: it goes on where the next step stands.
    if (done !== null && document.activeElement === document.body)
      document.getElementById("acts-title")?.focus();
  }, [done]);
  // What brings the dossier on comes before what sends it back.
  const offered = ownActs(dossier)
    .map(({ move }) => move)
    .toSorted((one, other) => Number(isBack(one)) - Number(isBack(other)));
  const moves = opened === null || offered.includes(opened) ? offered : [opened, ...offered];

  function onDone(move: Move): void {
    setDone(move);
    setOpened(null);
    showToast({ text: text.dossiers.acts.done[move] });
    void forgetDossiers();
  }

  return (
    <Panel id="acts" title={text.dossiers.page.actsTitle}>
      <div className={styles["acts"]}>
        {done === null && offered.length > 0 && <SentBack dossier={dossier} />}
        {done !== null && <NextStep move={done} dossierId={dossier.dossierId} />}
        {moves.length === 0 && <p className={styles["none"]}>{nothingToDo(dossier, text)}</p>}
        {moves.map((move, index) => (
          <OneAct
            key={move}
            move={move}
            dossier={dossier}
            permit={saidOnce(permitOf(move), moves.slice(0, index).map(permitOf), text)}
            opened={opened === move}
            onToggle={() => setOpened(opened === move ? null : move)}
            onDone={() => onDone(move)}
          />
        ))}
      </div>
    </Panel>
  );
}

/**
 * The acts that are this person's kind of work: those of other posts, and to the post's people those of the state's, are
 * nothing to be refused here, and nothing to be told a way out of.
 */
function ownActs({ acts }: DossierView): DossierView["acts"] {
  return acts.filter(({ permit }) => !OF_OTHERS.includes(permit.refusal?.code ?? ""));
}

const OF_OTHERS: readonly string[] = ["post_missing", "act_reserved_to_state"];

type Permit = OfferedAct["permit"];

/** A right that stands beside an act above is not said again: one sentence for all acts that rest on it. */
function saidOnce(permit: Permit, above: readonly Permit[], text: Words): Permit {
  const said = above.some((one) => one.allowed && rightOf(one, text) === rightOf(permit, text));
  return permit.allowed && said ? { ...permit, basis: null } : permit;
}

function rightOf({ basis, awaitsConfirmation }: Permit, text: Words): string {
  return basis === null ? "" : `${basisWords(basis, text)} ${awaitsConfirmation}`;
}

/** In whose hands the dossier is, when there is nothing to do for this person. */
function nothingToDo(dossier: DossierView, { dossiers: { page }, lists }: Words): string {
  if (dossier.acts.length === 0) return page.noActs;
  const { business } = dossier.statuses;
  const taken = dossier.events.findLast(({ type }) => type === "dossier.taken");
  return business === "processing" && taken
    ? page.inHandsOf(taken.actor)
    : page.atStep(lists.businessStatuses[business].plain);
}

/** What sends the dossier back rather than on. */
function isBack(move: Move): boolean {
  return move === "sendBack" || move === "handBack" || move === "withdraw";
}

/** One act alone leads on: to submit again without putting anything right is the other way. */
function isSecond(move: Move): boolean {
  return isBack(move) || move === "resubmit";
}

/** Why a result or a dossier came back, or what was put right of it: read before anything is done again. */
function SentBack({ dossier }: { readonly dossier: DossierView }): ReactElement | null {
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
  if (last === undefined || !BACK_WITH_WORDS.includes(last.type)) return null;
  return (
    <Notice tone="warning" title={text.dossiers.acts.sentBack(last.actor, last.type)}>
      {last.note}
    </Notice>
  );
}

const BACK_WITH_WORDS: readonly string[] = ["dossier.sentBack", "dossier.handedBack", "dossier.remarked"];

interface OneActProps extends Omit<ActFormProps, "onCancel"> {
  readonly move: Move;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

function OneAct({ move, dossier, permit, opened, onToggle, onDone }: OneActProps): ReactElement {
  const text = useText();
  if (move === "confirm") return <ConfirmAct dossier={dossier} permit={permit} onDone={onDone} />;
  if (move === "correct") return <CorrectAct dossier={dossier} permit={permit} />;
  if (move === "take") return <TakeAct dossier={dossier} permit={permit} onDone={onDone} />;
  return (
    <div className={styles["act"]}>
      <div className={styles["offer"]}>
        <Button
          variant={opened || isSecond(move) ? "default" : "filled"}
          disabled={!permit.allowed && !opened}
          aria-expanded={opened}
          onClick={onToggle}
        >
          {text.lists.moves[move]}
        </Button>
        <PermitWords permit={permit} />
      </div>
      {opened && (
        <ActForm move={move} dossier={dossier} permit={permit} onDone={onDone} onCancel={onToggle} />
      )}
    </div>
  );
}
