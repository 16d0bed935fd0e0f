import type { DossierView } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./acts-panel.module.css";
import { PermitWords, type ShownPermit } from "./permit-words.tsx";

interface Props {
  readonly dossier: DossierView;
  readonly permit: ShownPermit;
}

/** Leads to the form of the counter, filled with what was written down. */
export function CorrectAct({ dossier, permit }: Props): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const { dossierId } = dossier;
  return (
    <div className={styles["act"]}>
      <div className={styles["offer"]}>
        <Button
          disabled={!permit.allowed}
          onClick={() => void navigate({ to: "/dossiers/$dossierId/correction", params: { dossierId } })}
        >
          {text.lists.moves.correct}
        </Button>
        <PermitWords permit={permit} />
      </div>
    </div>
  );
}
