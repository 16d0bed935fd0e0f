import { readDossier } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import look from "#web/ui/rows.module.css";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ActsPanel } from "../dossiers/acts-panel.tsx";
import { DossierFacts } from "../dossiers/dossier-facts.tsx";
import { DossierItems } from "../dossiers/dossier-items.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./confirming.module.css";

interface Props {
  readonly dossierId: string;
  /** As the list has it: an older dossier that is still kept is read again before it is shown. */
  readonly version: number;
  readonly code: string;
  /** The list is not beside it: the focus goes where the eyes go. */
  readonly alone: boolean;
  /** How often somebody went from the row into it; 0 while the list keeps the focus. */
  readonly entered: number;
  /** Back to the row, the dossier stays open. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The dossier beside the list: what can be done with it, its papers, its people. */
export function OpenedDossier(props: Props): ReactElement {
  const { dossierId, version, code, alone, entered, onBack, onClose } = props;
  const text = useText();
  const { data: kept, problem, reload } = useRead(readDossier, { params: { dossierId } });
  // What was put right since must be what the officer confirms.
  const isOld = kept !== undefined && kept.version < version;
  const [shown, setShown] = useState(false);
  if (!shown && kept !== undefined && !isOld) setShown(true);
  // What stood here already stays while it is read again, with what was typed, what was just done and the focus.
  const data = isOld && !shown ? undefined : kept;
  const readAgain = useEffectEvent(reload);
  useEffect(() => {
    if (isOld) readAgain();
  }, [isOld]);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (alone || entered > 0) head.current?.focus();
  }, [alone, entered]);
  return (
    <section
      className={styles["opened"]}
      aria-label={text.confirming.opened}
      onKeyDown={(event) => {
        if (isLeaving(event)) (alone ? onClose : onBack)();
      }}
    >
      <div className={styles["openedHead"]}>
        <h2 ref={head} tabIndex={-1}>
          {code}
        </h2>
        <span className={styles["bar"]}>
          <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
            {text.confirming.openWhole}
          </Link>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {text.confirming.closeOpened}
          </Button>
        </span>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && (
        <>
          <ActsPanel key={dossierId} dossier={data} />
          <DossierItems dossier={data} />
          <DossierFacts dossier={data} />
        </>
      )}
    </section>
  );
}

/** Esc leaves the dossier, unless a field or a dialog above it has its own use for the key. */
function isLeaving({ key, defaultPrevented, target, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  if (key !== "Escape" || defaultPrevented || !(target instanceof HTMLElement)) return false;
  return currentTarget.contains(target) && !target.matches("input, textarea, select");
}
