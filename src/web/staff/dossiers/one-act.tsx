import { type Move, hasButton } from "#domain/dossier/dossier-machine.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { ActForm, type FormMove } from "./act-form.tsx";
import type { ActFormProps } from "./act-props.ts";
import styles from "./acts-panel.module.css";
import { ConfirmAct } from "./confirm-act.tsx";
import { CorrectAct } from "./correct-act.tsx";
import { isAside, isAtCounter, isSecond } from "./offered-acts.ts";
import { PermitWords } from "./permit-words.tsx";
import { TakeAct } from "./take-act.tsx";

interface Props extends Omit<ActFormProps, "onCancel"> {
  readonly move: Move;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

/** One act: its button, by which right or why not, and its form once it is opened. */
export function OneAct({ move, ...props }: Props): ReactElement | null {
  const { dossier, permit, onDone } = props;
  if (move === "confirm") return <ConfirmAct dossier={dossier} permit={permit} onDone={onDone} />;
  if (move === "correct") return <CorrectAct dossier={dossier} permit={permit} />;
  if (move === "take") return <TakeAct dossier={dossier} permit={permit} onDone={onDone} />;
  return isAtCounter(move) || !hasButton(move) ? null : <FormAct move={move} {...props} />;
}

function FormAct({
  move,
  dossier,
  permit,
  opened,
  onToggle,
  onDone,
}: Props & { readonly move: FormMove }): ReactElement {
  const text = useText();
  return (
    <div className={styles["act"]}>
      <div className={isAside(move) ? styles["asideOffer"] : styles["offer"]}>
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
