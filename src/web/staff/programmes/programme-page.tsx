import { readProgramme, listProgrammeChoices } from "#contract/programmes.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DecisionScans } from "../decision-scans.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { AgreementPanel } from "./agreement-panel.tsx";
import { GoalPanel } from "./goal-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { PhasePanel } from "./phase-panel.tsx";
import { PhaseTimeline } from "./phase-timeline.tsx";
import { ProgrammeDialog } from "./programme-dialog.tsx";
import { decisionWords, periodWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";
import { RulePanel } from "./rule-panel.tsx";
import { type ProgrammeView, today } from "./use-programmes.ts";

const route = getRouteApi("/programmes/$programmeId");

/** One programme on a day: its phases as a picture, its goals with what was reached, and everything it rests on. */
export function ProgrammePage(): ReactElement {
  const { programmeId } = route.useParams();
  const [day, setDay] = useState<string | null>(null);
  const { data, problem, reload } = useRead(
    readProgramme,
    { params: { programmeId }, query: day === null ? {} : { asOf: day } },
    { keepPrevious: true },
  );
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Programme view={data} day={day} onDay={setDay} />}
      {!data && !problem && <LoadingLines lines={12} />}
    </div>
  );
}

interface Props {
  readonly view: ProgrammeView;
  /** The day on which one looks; null: today. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

function Programme({ view, day, onDay }: Props): ReactElement {
  const choices = useRead(listProgrammeChoices, {});
  const edits = mayUse(useSession(), "programme.edit");
  const shared = { view, edits, choices: choices.data };
  return (
    <>
      <Head view={view} edits={edits} />
      <DayChoice day={day} onDay={onDay} />
      <div className={styles["columns"]}>
        <div className={styles["stack"]}>
          <PhaseTimeline view={view} />
          <PhasePanel {...shared} />
          <GoalPanel {...shared} />
          <AgreementPanel {...shared} />
          <RulePanel {...shared} />
        </div>
        <div className={styles["stack"]}>
          <DecisionPanel view={view} />
          <HistoryPanel view={view} />
        </div>
      </div>
    </>
  );
}

function Head({ view, edits }: { readonly view: ProgrammeView; readonly edits: boolean }): ReactElement {
  const text = useText();
  const { programme, asOf } = view;
  const [changing, setChanging] = useState(false);
  const state = stateOn(programme, asOf);
  return (
    <div className={styles["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/programmes" className={styles["back"]}>
            {text.programmes.title}
          </Link>
        </p>
        <h1 lang="vi">{programme.title}</h1>
        <p className={styles["row"]}>
          <Mark tone={state.tone}>{text.programmes[state.key]}</Mark>
          <span>{periodWords(programme, text)}</span>
        </p>
      </div>
      {edits && (
        <Button variant="default" onClick={() => setChanging(true)}>
          {text.programmes.form.changeTitle}
        </Button>
      )}
      {changing && <ProgrammeDialog programme={programme} onClose={() => setChanging(false)} />}
    </div>
  );
}

function DayChoice({ day, onDay }: Omit<Props, "view">): ReactElement {
  const text = useText();
  return (
    <div className={styles["stack"]}>
      <DateField
        className={styles["day"] ?? ""}
        label={text.programmes.asOf}
        value={day ?? today()}
        onChange={(typed) => {
          const read = parsePlainDate(typed);
          if (read !== undefined && read >= "1990-01-01") onDay(read === today() ? null : read);
        }}
      />
      {day !== null && (
        <Notice
          tone="info"
          live
          title={text.programmes.asOfOther(text.dates.shortDay(day))}
          actions={
            <Button size="compact-sm" variant="light" onClick={() => onDay(null)}>
              {text.programmes.today}
            </Button>
          }
        >
          {text.programmes.asOfHint}
        </Notice>
      )}
    </div>
  );
}

function DecisionPanel({ view: { programme } }: { readonly view: ProgrammeView }): ReactElement {
  const text = useText();
  return (
    <Panel id="decision" title={text.programmes.decision}>
      <p className={styles["strong"]} lang="vi">
        {decisionWords(programme.decision, text)}
      </p>
      <p lang="vi">{programme.decision.title}</p>
      {programme.aim !== "" && (
        <p className={styles["lines"]} lang="vi">
          {programme.aim}
        </p>
      )}
      <DecisionScans decisionId={programme.decision.id} />
    </Panel>
  );
}
