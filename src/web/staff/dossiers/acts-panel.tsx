import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ActForm } from "./act-form.tsx";
import styles from "./acts-panel.module.css";
import { forgetDossiers } from "./forget-dossiers.ts";
import { NextStep } from "./next-step.tsx";
import { type OfferedAct, PermitWords } from "./permit-words.tsx";
import { TakeAct } from "./take-act.tsx";

/**
 * What may be done with the dossier now. Each button says by which right, or why not. A form that was
 * opened stays, with what was typed, also when the dossier moves on in other hands.
 */
export function ActsPanel({ dossier }: { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const [opened, setOpened] = useState<Move | null>(null);
  const [done, setDone] = useState<Move | null>(null);
  const isLater = ({ move, permit }: OfferedAct) =>
    move !== opened && permit.refusal?.code === "move_not_allowed";
  const offered = dossier.acts.filter((act) => !isLater(act));
  const later = dossier.acts.filter(isLater);

  function onDone(move: Move): void {
    setDone(move);
    setOpened(null);
    showToast({ text: text.dossiers.acts.done[move] });
    void forgetDossiers();
  }

  return (
    <Panel id="acts" title={text.dossiers.page.actsTitle}>
      <div className={styles["acts"]}>
        {done !== null && <NextStep move={done} dossierId={dossier.dossierId} />}
        {offered.length === 0 && <p className={styles["none"]}>{text.dossiers.page.noActs}</p>}
        {offered.map((act) => (
          <OneAct
            key={act.move}
            dossier={dossier}
            act={act}
            opened={opened === act.move}
            onToggle={() => setOpened(opened === act.move ? null : act.move)}
            onDone={() => onDone(act.move)}
          />
        ))}
        {later.length > 0 && <LaterActs acts={later} />}
      </div>
    </Panel>
  );
}

interface OneActProps {
  readonly dossier: DossierView;
  readonly act: OfferedAct;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onDone: () => void;
}

function OneAct({ dossier, act, opened, onToggle, onDone }: OneActProps): ReactElement {
  const text = useText();
  const { move, permit } = act;
  if (move === "take") return <TakeAct dossier={dossier} permit={permit} onDone={onDone} />;
  return (
    <div className={styles["act"]}>
      <div className={styles["offer"]}>
        <Button
          variant={opened || move === "sendBack" ? "default" : "filled"}
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

/** Acts of other steps, kept out of the way but not hidden: each says why it cannot be done now. */
function LaterActs({ acts }: { readonly acts: readonly OfferedAct[] }): ReactElement {
  const text = useText();
  return (
    <details className={styles["later"]}>
      <summary>{text.dossiers.page.otherActs}</summary>
      {acts.map(({ move, permit }) => (
        <div key={move} className={styles["offer"]}>
          <Button variant="default" size="compact-md" disabled>
            {text.lists.moves[move]}
          </Button>
          <PermitWords permit={permit} />
        </div>
      ))}
    </details>
  );
}
