import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { formLink } from "../dossiers/file-link.ts";
import styles from "./received-panel.module.css";
import type { Lodged } from "./use-lodge.ts";

interface Props {
  readonly lodged: Lodged;
  readonly onNext: () => void;
}

/** Asked for more, or refused: the code, the form to print and give, and the next person. */
export function LodgedPanel({ lodged, onNext }: Props): ReactElement {
  const text = useText();
  const { answer, kind, procedureName, earlier } = lodged;
  const asks = kind === "ask";
  const title = asks ? text.lodging.askedTitle : text.lodging.refusedTitle;
  const print = asks ? text.lodging.printAsk : text.lodging.printRefusal;
  const printing = useRef<HTMLAnchorElement>(null);
  useShortcut({ key: "Escape" }, onNext);
  // The form is owed to the person who stands there: Enter prints it.
  useEffect(() => {
    announce(`${title}. ${text.intake.receivedCode}: ${answer.code}`);
    printing.current?.focus();
  }, [answer.code, title, text]);
  return (
    <section className={styles["panel"]} aria-labelledby="lodged-title" data-tone="warning">
      <h2 id="lodged-title" className={styles["title"]}>
        <Icon name="clock" size={28} />
        {title}
      </h2>
      <dl className={styles["facts"]}>
        <dt>{text.intake.receivedCode}</dt>
        <dd className={styles["code"]}>{answer.code}</dd>
        <dt>{text.intake.receivedProcedure}</dt>
        <dd lang="vi">{procedureName}</dd>
      </dl>
      {earlier && (
        <div className={styles["earlier"]}>
          <Notice tone="warning" title={text.lodging.earlier}>
            {text.lodging.earlierHint}
          </Notice>
        </div>
      )}
      <div className={styles["earlier"]}>
        <Notice tone="info" title={text.lodging.papersBack}>
          {asks && text.lodging.comesBack}
        </Notice>
      </div>
      <div className={styles["acts"]}>
        <Button
          component="a"
          ref={printing}
          size="md"
          href={formLink(answer.dossierId, answer.formIssueId)}
          target="_blank"
          rel="noreferrer"
          leftSection={<Icon name="print" />}
          aria-label={`${print}, ${text.lodging.newTab}`}
        >
          {print}
        </Button>
        <Button
          size="md"
          variant="light"
          rightSection={<KeyCap>Esc</KeyCap>}
          aria-keyshortcuts="Escape"
          onClick={onNext}
        >
          {text.intake.next}
        </Button>
        <Link to="/dossiers/$dossierId" params={{ dossierId: answer.dossierId }} className={styles["open"]}>
          {text.intake.openDossier}
        </Link>
      </div>
    </section>
  );
}
