import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { STANDING_STATUSES, hasEnded } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useSession } from "../session/session.ts";
import { heldUp } from "../steps/held-up.ts";
import { dateRefusal, standingOf } from "../turns/turn-state.ts";
import styles from "./acts-panel.module.css";
import { forgetDossiers } from "./forget-dossiers.ts";
import { heldOriginals } from "./originals-field.tsx";
import { type DoneAct, NextStep } from "./next-step.tsx";
import { isAside, offeredActs } from "./offered-acts.ts";
import { OneAct } from "./one-act.tsx";
import { OthersActs } from "./others-acts.tsx";
import { type ShownPermit, basisWords } from "./permit-words.tsx";
import { MeanwhileActs } from "./presence-line.tsx";
import { SentBack } from "./sent-back.tsx";
import { useNow } from "./use-now.ts";
import { resultNotHere } from "./result-not-here.ts";
import { usePermit } from "./use-permit.ts";

interface Props {
  readonly dossier: DossierView;
  /** Hears whose form stands open. */
  readonly onOpened?: (move: Move | null) => void;
}

/**
 * What may be done with the dossier now. Each button says by which right, or why not. A form that was
 * opened stays, with what was typed, also when the dossier moves on in other hands.
 */
export function ActsPanel({ dossier, onOpened }: Props): ReactElement {
  const text = useText();
  const acts = useActs(dossier);
  useEffect(() => onOpened?.(acts.opened), [acts.opened, onOpened]);
  const { done, main, aside, offered } = acts;
  const one = (move: Move, above: readonly Move[]) => (
    <OneAct
      key={move}
      move={move}
      dossier={dossier}
      permit={saidOnce(acts.permitOf(move), above.map(acts.permitOf), text)}
      opened={acts.opened === move}
      onToggle={() => acts.toggle(move)}
      onDone={(formIssueId) => acts.finish(move, formIssueId)}
    />
  );
  return (
    <Panel id="acts" title={text.dossiers.page.actsTitle}>
      <div className={styles["acts"]}>
        {done === null && main.length > 0 && <SentBack dossier={dossier} />}
        {done !== null && (
          <NextStep
            done={done}
            dossierId={dossier.dossierId}
            goesOn={main.some((move) => acts.permitOf(move).allowed)}
          />
        )}
        {acts.meanwhile.length > 0 && (
          <Notice tone="warning" title={text.work.presence.since}>
            <MeanwhileActs acts={acts.meanwhile} />
          </Notice>
        )}
        {offered.atCounter && <AtCounter dossierId={dossier.dossierId} />}
        {main.length === 0 && !offered.atCounter && (
          <p className={styles["none"]}>{nothingToDo(dossier, text)}</p>
        )}
        {main.map((move, index) => one(move, main.slice(0, index)))}
        {aside.length + acts.others.length > 0 && (
          <Aside
            key={done?.move}
            possible={aside.filter((move) => acts.permitOf(move).allowed).length}
            all={aside.length + acts.others.flatMap(({ moves }) => moves).length}
          >
            {aside.map((move, index) => one(move, [...main, ...aside.slice(0, index)]))}
            {acts.others.map((others) => (
              <OthersActs key={others.roles.join(" ")} {...others} />
            ))}
          </Aside>
        )}
      </div>
    </Panel>
  );
}

/** Which acts are offered, whose form is open, and what was just done. */
function useActs(dossier: DossierView) {
  const text = useText();
  const permitOf = useShownPermit(dossier);
  const [opened, setOpened] = useState<Move | null>(null);
  const [openedAt, setOpenedAt] = useState(dossier.version);
  const [done, setDone] = useState<DoneAct | null>(null);
  useEffect(() => {
    // The form that was sent is gone, and the focus with it, or brought to the content on a slow machine: it goes on where
    // the next step stands.
    const focused = document.activeElement;
    if (done !== null && (focused === document.body || focused?.id === "content"))
      document.getElementById("acts-title")?.focus();
  }, [done]);
  const ended = hasEnded(dossier.statuses.business);
  const offered = offeredActs(dossier, ended && permitOf("handPapersBack").allowed);
  return {
    permitOf,
    opened,
    done,
    offered,
    main: kept(offered.main, opened !== null && !isAside(opened) ? opened : null),
    aside: kept(
      offered.aside,
      opened !== null && isAside(opened) && !offered.main.includes(opened) ? opened : null,
    ),
    others: offered.others
      .map(({ roles, moves }) => ({ roles, moves: moves.filter((move) => move !== opened) }))
      .filter(({ moves }) => moves.length > 0),
    // What others did since the form was opened, once the page has read it.
    meanwhile: opened === null ? [] : dossier.events.filter(({ seq }) => seq > openedAt),
    toggle: (move: Move): void => {
      setOpened(opened === move ? null : move);
      setOpenedAt(dossier.version);
    },
    finish: (move: Move, formIssueId: string | undefined): void => {
      setDone({ move, formIssueId });
      setOpened(null);
      showToast({ text: text.dossiers.acts.done[move] });
      void forgetDossiers();
    },
  };
}

/** The right to act, with what the dossier's date forbids: the server would refuse it in the same words. */
function useShownPermit(dossier: DossierView): (move: Move) => ShownPermit {
  const permitOf = usePermit(dossier);
  const now = useNow();
  const { counter } = useSession();
  return (move) => {
    const permit = permitOf(move);
    const held = () =>
      dateRefusal(dossier, move, now) ?? heldUp(dossier, move) ?? paperRefusal(dossier, move);
    const refusal = resultNotHere(dossier, move, counter) ?? (permit.allowed ? held() : null);
    return refusal === null ? permit : { ...permit, allowed: false, basis: null, refusal };
  };
}

/** Nothing can be handed back when no originals are here. */
function paperRefusal(dossier: DossierView, move: Move): ShownPermit["refusal"] {
  if (move !== "handPapersBack" || heldOriginals(dossier).length > 0) return null;
  return { code: "originals_not_held", details: {} };
}

/** The moves with the one whose form is open, also when the dossier allows it no more. */
function kept(moves: readonly Move[], opened: Move | null): readonly Move[] {
  return opened === null || moves.includes(opened) ? moves : [opened, ...moves];
}

/** A right that stands beside an act above is not said again: one sentence for all acts that rest on it. */
function saidOnce(permit: ShownPermit, above: readonly ShownPermit[], text: Words): ShownPermit {
  const said = above.some((one) => one.allowed && rightOf(one, text) === rightOf(permit, text));
  return permit.allowed && said ? { ...permit, basis: null } : permit;
}

function rightOf({ basis, awaitsConfirmation }: ShownPermit, text: Words): string {
  return basis === null ? "" : `${basisWords(basis, text)} ${awaitsConfirmation}`;
}

/** In whose hands the dossier is, when there is nothing to do for this person. */
function nothingToDo(dossier: DossierView, { dossiers: { page }, lists, turns }: Words): string {
  if (dossier.acts.length === 0) return page.noActs;
  const { business } = dossier.statuses;
  const standing = STANDING_STATUSES.some((status) => status === business) ? standingOf(dossier) : null;
  if (standing !== null) return turns.clock.waiting(turns.clock.reasons[standing.reason]);
  const taken = dossier.events.findLast(({ type }) => type === "dossier.taken");
  return business === "processing" && taken
    ? page.inHandsOf(taken.actor)
    : page.atStep(lists.businessStatuses[business].plain);
}

/** What was lodged goes on at the counter, with its form. */
function AtCounter({ dossierId }: { readonly dossierId: string }): ReactElement {
  const { turns } = useText();
  const navigate = useNavigate();
  return (
    <div className={styles["offer"]}>
      <Button onClick={() => void navigate({ to: "/dossiers/$dossierId/acceptance", params: { dossierId } })}>
        {turns.others.toCounter}
      </Button>
      <p className={styles["words"]}>{turns.others.atCounter}</p>
    </div>
  );
}

interface AsideProps {
  readonly possible: number;
  readonly all: number;
  readonly children: ReactNode;
}

/** The turns aside from the way, folded: they are rare, and one next step stays the clear one. */
function Aside({ possible, all, children }: AsideProps): ReactElement {
  const text = useText();
  return (
    <details className={styles["aside"]}>
      <summary>
        {text.turns.others.title}
        <span className={styles["count"]}>{text.turns.others.count(possible, all)}</span>
      </summary>
      <div className={styles["asideList"]}>{children}</div>
    </details>
  );
}
