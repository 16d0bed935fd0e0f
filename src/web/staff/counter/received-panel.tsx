import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { WishPanel } from "../notices/wish-panel.tsx";
import type { Received } from "./counter-page.tsx";
import styles from "./received-panel.module.css";
import { ReceiptDialog } from "./receipt-dialog.tsx";

interface Props {
  readonly received: Received;
  readonly onNext: () => void;
}

/** The dossier is in: its code, its date, the receipt to print, and the next person. */
export function ReceivedPanel({ received, onNext }: Props): ReactElement {
  const text = useText();
  const [printing, setPrinting] = useState(false);
  const [again, setAgain] = useState(false);
  const [wishing, setWishing] = useState(false);
  const print = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const { answer } = received;
  const waits = answer.status === "awaitingConfirmation";
  // Where no slip is owed the way leads on at once; it is printed when somebody asks for it.
  const owed = waits || !received.sameDay;
  const [printed, setPrinted] = useState(!owed);
  const title = waits ? text.confirming.counter.takenIn : text.intake.receivedTitle;
  const printWords = waits ? text.confirming.counter.print : text.intake.print;
  useShortcut({ key: "p", ctrl: true }, () => setPrinting(true));
  useShortcut({ key: "Escape" }, onNext, !printing && !wishing);
  useEffect(() => {
    announce(`${title}. ${text.intake.receivedCode}: ${answer.code}`);
  }, [answer.code, title, text]);
  // The receipt is owed to the person who stands there: Enter prints it, and leads on once it was printed.
  useEffect(() => {
    if (!printing) (printed ? next : print).current?.focus();
  }, [printing, printed]);
  return (
    <section className={styles["panel"]} aria-labelledby="received-title">
      <h2 id="received-title" className={styles["title"]}>
        <Icon name={waits ? "clock" : "success"} size={28} />
        {title}
      </h2>
      <ReceivedFacts received={received} />
      <Hints earlier={received.earlier} waits={waits} sameDay={!owed} />
      <div className={styles["acts"]}>
        <Button
          ref={print}
          size="md"
          variant={printed ? "light" : "filled"}
          leftSection={<Icon name="print" />}
          rightSection={<KeyCap>{printed ? "Ctrl P" : "Enter · Ctrl P"}</KeyCap>}
          aria-keyshortcuts="Control+P"
          onClick={() => setPrinting(true)}
        >
          {again ? text.intake.printAgain : printWords}
        </Button>
        <Button
          ref={next}
          size="md"
          variant={printed ? "filled" : "light"}
          rightSection={<KeyCap>{printed ? "Enter · Esc" : "Esc"}</KeyCap>}
          aria-keyshortcuts="Escape"
          onClick={onNext}
        >
          {text.intake.next}
        </Button>
        <Link to="/dossiers/$dossierId" params={{ dossierId: answer.dossierId }} className={styles["open"]}>
          {text.intake.openDossier}
        </Link>
      </div>
      <WishPanel dossierId={answer.dossierId} onChanging={setWishing} />
      {printing && (
        <ReceiptDialog
          dossierId={answer.dossierId}
          waits={waits}
          onPrinted={() => {
            setPrinted(true);
            setAgain(true);
          }}
          onClose={() => setPrinting(false)}
        />
      )}
    </section>
  );
}

function ReceivedFacts({ received }: Pick<Props, "received">): ReactElement {
  const text = useText();
  const { answer, procedureName } = received;
  return (
    <dl className={styles["facts"]}>
      <dt>{text.intake.receivedCode}</dt>
      <dd className={styles["code"]}>{answer.code}</dd>
      <dt>{text.intake.receivedDue}</dt>
      <dd className={styles["due"]}>
        {answer.dueAt === null ? text.intake.receivedNoDue : text.dates.moment(answer.dueAt)}
        {answer.provisional && (
          <Mark tone="warning" icon="warning">
            {text.intake.dueProvisional}
          </Mark>
        )}
      </dd>
      <dt>{text.intake.receivedProcedure}</dt>
      <dd>{procedureName}</dd>
    </dl>
  );
}

interface HintsProps {
  readonly earlier: boolean;
  readonly waits: boolean;
  readonly sameDay: boolean;
}

/** What is unusual about this receipt, if anything is. */
function Hints({ earlier, waits, sameDay }: HintsProps): ReactElement {
  const text = useText();
  return (
    <>
      {sameDay && (
        <div className={styles["earlier"]}>
          <Notice tone="info" title={text.lodging.sameDay} />
        </div>
      )}
      {earlier && (
        <div className={styles["earlier"]}>
          <Notice tone="warning" title={text.intake.receivedEarlier}>
            {text.intake.receivedEarlierHint}
          </Notice>
        </div>
      )}
      {waits && (
        <div className={styles["earlier"]}>
          <Notice tone="warning" title={text.confirming.counter.next}>
            {text.confirming.counter.nextHint}
          </Notice>
        </div>
      )}
    </>
  );
}
