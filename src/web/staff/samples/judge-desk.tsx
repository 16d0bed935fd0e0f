import { readDossier } from "#contract/dossiers.ts";
import { type SampleView, judgeSample } from "#contract/samples.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { DossierFacts } from "../dossiers/dossier-facts.tsx";
import { DossierHistory } from "../dossiers/dossier-history.tsx";
import { DossierItems } from "../dossiers/dossier-items.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { actWords } from "./sample-words.ts";
import styles from "./samples.module.css";
import { forgetSamples } from "./use-samples.ts";
import { WrongForm, type WrongWords } from "./wrong-form.tsx";

interface Props {
  readonly sample: SampleView;
  /** How often somebody asked for a desk: each time the focus goes here, so that its keys count; 0 for not yet, and
   * then it goes here only if it is nowhere in the page. */
  readonly asked: number;
  readonly onJudged: () => void;
  /** Back to the row that it was opened from. */
  readonly onBack: () => void;
}

/** One act with its dossier: Đ for right, S for wrong, Esc back to the list, while the focus is here. */
export function JudgeDesk({ sample, asked, onJudged, onBack }: Props): ReactElement {
  const text = useText();
  const { samples: words } = text;
  const act = useAct(judgeSample);
  const [wrong, setWrong] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked > 0 || isFocusFree()) heading.current?.focus({ preventScroll: true });
  }, [asked]);

  async function judge(found: WrongWords | null): Promise<void> {
    const result = await act.send({
      params: { dossierId: sample.dossierId, seq: String(sample.seq) },
      body: found === null ? { verdict: "right" } : { verdict: "wrong", ...found },
    });
    if (!result?.ok) return;
    showToast({ text: found === null ? words.doneRight : words.doneWrong });
    onJudged();
    await forgetSamples();
  }

  return (
    <section
      className={styles["desk"]}
      aria-labelledby="desk-title"
      onKeyDown={(event) =>
        onLetter(event, { right: () => void judge(null), wrong: () => setWrong(true), back: onBack })
      }
    >
      <div className={styles["verdict"]}>
        <h2 id="desk-title" tabIndex={-1} ref={heading}>
          {sample.code}
        </h2>
        <p lang="vi">{words.line(actWords(sample, text), `${sample.clerk}, ${sample.postOffice}`)}</p>
        <p className={styles["quiet"]}>{words.at(text.dates.shortMoment(sample.at))}</p>
        <div className={styles["row"]}>
          <Button
            loading={act.pending && !wrong}
            onClick={() => void judge(null)}
            aria-keyshortcuts="đ d"
            rightSection={<KeyCap>{words.rightKey}</KeyCap>}
          >
            {words.right}
          </Button>
          <Button
            variant="default"
            aria-expanded={wrong}
            onClick={() => setWrong(true)}
            aria-keyshortcuts="s"
            rightSection={<KeyCap>{words.wrongKey}</KeyCap>}
          >
            {words.wrong}
          </Button>
        </div>
        <p className={styles["quiet"]}>{words.keys}</p>
        {wrong && (
          <WrongForm
            pending={act.pending}
            onSave={(found) => void judge(found)}
            onCancel={() => setWrong(false)}
          />
        )}
        {act.problem && <ProblemNotice problem={act.problem} />}
      </div>
      <Dossier dossierId={sample.dossierId} />
    </section>
  );
}

interface Commands {
  readonly right: () => void;
  readonly wrong: () => void;
  readonly back: () => void;
}

/** The page has just been opened, by its address or from the bar of sections: nothing of the page has the focus. */
function isFocusFree(): boolean {
  return (document.activeElement?.closest("main > *") ?? null) === null;
}

/** A letter alone is a command only outside of fields, and only while the focus is on the desk. */
function onLetter(event: KeyboardEvent, { right, wrong, back }: Commands): void {
  const { target, ctrlKey, altKey, metaKey, nativeEvent } = event;
  if (
    event.defaultPrevented ||
    ctrlKey ||
    altKey ||
    metaKey ||
    nativeEvent.isComposing ||
    !(target instanceof HTMLElement)
  )
    return;
  if (target.matches("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  const act = { đ: right, d: right, s: wrong, escape: back }[key];
  if (!act) return;
  event.preventDefault();
  act();
}

function Dossier({ dossierId }: { readonly dossierId: string }): ReactElement {
  const { samples: words } = useText();
  const { data, problem, reload } = useRead(readDossier, { params: { dossierId } });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={8} />;
  return (
    <div className={styles["stack"]}>
      <p className={styles["flat"]}>
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["link"]}>
          {words.openDossier}
        </Link>
      </p>
      <DossierItems dossier={data} />
      <DossierFacts dossier={data} />
      <DossierHistory dossier={data} />
    </div>
  );
}
