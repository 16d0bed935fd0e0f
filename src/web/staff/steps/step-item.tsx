import type { DossierView } from "#contract/dossiers.ts";
import type { StepAct, StepView } from "#contract/steps.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DueDateExplanationView } from "#web/ui/due-date-explanation.tsx";
import { Icon, type IconName } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice, type Tone } from "#web/ui/notice.tsx";
import layout from "../dossiers/dossier-page.module.css";
import { fileLink } from "../dossiers/file-link.ts";
import { DueMark } from "./due-mark.tsx";
import { sentBackWords, waitsFor } from "./step-acts.ts";
import type { StepPlace } from "./step-places.ts";
import { StepActs } from "./step-act-list.tsx";
import styles from "./steps-panel.module.css";

export interface StepItemProps {
  readonly dossier: DossierView;
  readonly steps: readonly StepView[];
  readonly step: StepView;
  /** Where it is drawn, and beside which others. */
  readonly place: StepPlace | undefined;
  readonly now: string;
  /** The act of this step that is the page's next one; null when it is elsewhere. */
  readonly primary: StepAct | null;
  /** The first step that can be done: the right that the acts rest on is said beside it, and not again. */
  readonly saysRight: boolean;
}

/** One step: how far it is, where and in whose hands, until when, what it yielded, and what can be done with it. */
export function StepItem(props: StepItemProps): ReactElement {
  const { step, steps, place, now } = props;
  const { steps: text, lists } = useText();
  const left = waitsFor(steps, step);
  const back = sentBackWords(props.dossier.events, step);
  return (
    <li
      className={styles["step"]}
      data-state={step.state}
      data-last={place?.last === true || undefined}
      style={placeStyle(place)}
    >
      <div className={styles["head"]}>
        <strong lang="vi">{step.name}</strong>
        <span className={styles["marks"]}>
          <Mark tone={TONES[step.state]} icon={ICONS[step.state]}>
            {text.panel.states[step.state]}
          </Mark>
          {step.dueAt !== null && isOpen(step.state) && <DueMark dueAt={step.dueAt} now={now} />}
        </span>
      </div>
      <p className={styles["quiet"]}>
        {lists.roles[step.role]}, <span lang="vi">{step.place}</span>
      </p>
      {place !== undefined && place.beside.length > 0 && (
        <p className={styles["quiet"]}>{text.panel.beside(place.beside.join(", "))}</p>
      )}
      <Holder step={step} />
      {step.state === "waiting" && left.length > 0 && (
        <p className={styles["quiet"]}>{text.panel.waitsFor(left.join("; "))}</p>
      )}
      <Dates step={step} />
      {back !== null && (
        <Notice tone="warning" title={text.panel.sentBackBy(back.actor)}>
          <span lang="vi">{back.note}</span>
        </Notice>
      )}
      <Papers dossierId={props.dossier.dossierId} papers={step.papers} />
      <StepActs {...props} />
    </li>
  );
}

/** What the sheet places it by where the window is wide; on a phone they stand one under another. */
function placeStyle(place: StepPlace | undefined): Readonly<Record<`--${string}`, string>> {
  if (place === undefined) return {};
  const { row, from, span } = place;
  return { "--row": String(row), "--column": `${from} / span ${span}` };
}

function Holder({ step: { holder, inPlaceOf } }: { readonly step: StepView }): ReactElement | null {
  const { panel } = useText().steps;
  if (holder === null) return null;
  return (
    <p className={styles["holder"]}>
      <Icon name="person" size={16} />
      <span>
        <span lang="vi">{holder.name}</span>
        {holder.isMe && ` (${panel.me})`}
        {inPlaceOf !== null && `, ${panel.inPlaceOf(inPlaceOf)}`}
      </span>
    </p>
  );
}

function Dates({ step }: { readonly step: StepView }): ReactElement | null {
  const text = useText();
  const { panel } = text.steps;
  const { state, finishedAt, dueAt, late, explanation } = step;
  if (state === "done" && finishedAt !== null) {
    return (
      <p className={styles["quiet"]}>
        {panel.done(text.dates.moment(finishedAt))}
        {late && `, ${panel.doneLate}`}
      </p>
    );
  }
  if (!isOpen(step.state)) return null;
  if (dueAt === null) return <p className={styles["quiet"]}>{panel.noLimit}</p>;
  return (
    <>
      <p className={styles["quiet"]}>
        <time dateTime={dueAt}>{panel.due(text.dates.moment(dueAt))}</time>
      </p>
      {explanation !== null && (
        <details className={layout["why"]}>
          <summary>{panel.why}</summary>
          <DueDateExplanationView explanation={explanation} words={text} />
        </details>
      )}
    </>
  );
}

interface PapersProps {
  readonly dossierId: string;
  readonly papers: StepView["papers"];
}

function Papers({ dossierId, papers }: PapersProps): ReactElement | null {
  const { panel } = useText().steps;
  if (papers.length === 0) return null;
  return (
    <p className={styles["papers"]}>
      {papers.map(({ name, fileId }) => (
        <a
          key={fileId}
          href={fileLink(dossierId, fileId)}
          target="_blank"
          rel="noreferrer"
          className={layout["file"]}
        >
          <Icon name="file" size={16} />
          {panel.paper(name)}
        </a>
      ))}
    </p>
  );
}

const TONES: Readonly<Record<StepView["state"], Tone | "quiet">> = {
  waiting: "quiet",
  open: "warning",
  assigned: "info",
  taken: "info",
  done: "success",
  dropped: "quiet",
};

const ICONS: Readonly<Record<StepView["state"], IconName>> = {
  waiting: "pause",
  open: "warning",
  assigned: "person",
  taken: "pen",
  done: "success",
  dropped: "minus",
};
