import { type MailRunView, type MailStopView, noteMailStop } from "#contract/mail-runs.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetMailRuns } from "./forget-mail-runs.ts";
import { MailNoteDialog } from "./mail-note-dialog.tsx";
import styles from "./postal.module.css";

interface Props {
  readonly run: MailRunView;
  readonly stop: MailStopView;
  readonly day: string;
  readonly today: string;
}

const TONES = {
  before: "quiet",
  ahead: "quiet",
  due: "info",
  late: "warning",
  done: "success",
  missed: "warning",
} as const;

/** One stop of a run: when, how it stands, what waits there, and what may be said of it. */
export function MailStopRow({ run, stop, day, today }: Props): ReactElement {
  const { mailRuns: text } = useText();
  const { standing, lateBy, over, handOverTimes, keepsTimes } = stop;
  const isOver = standing === "done" || standing === "before";
  const may = mayUse(useSession(), "custody.hold") && !isOver && day >= today;
  return (
    <li>
      <p className={styles["line"]}>
        <span className={styles["code"]}>{stop.time}</span>
        <strong>{stop.name}</strong>
        {!(standing === "late" && lateBy > 0) && (
          <Mark tone={TONES[standing]}>{text.standings[standing]}</Mark>
        )}
        {lateBy > 0 && <Mark tone="warning">{text.lateBy(lateBy)}</Mark>}
        {over > 0 && <Mark tone="warning">{text.over(over)}</Mark>}
      </p>
      <p>{useStopSums(stop)}</p>
      <NoteLine stop={stop} />
      {handOverTimes.length > 0 && (
        <p className={styles["quiet"]}>
          {text.handOverTimes(handOverTimes.join(", "))}
          {keepsTimes === false && ` · ${text.offTimes}`}
        </p>
      )}
      <p className="print-only">{text.signedThere}</p>
      {may && <StopActs run={run} stop={stop} day={day} isToday={day === today} />}
    </li>
  );
}

function useStopSums({ waiting, toGive, lying, taken, given }: MailStopView): string {
  const { mailRuns: text } = useText();
  const parts = [
    waiting > 0 && text.waiting(waiting),
    toGive > 0 && text.toGive(toGive),
    lying > 0 && text.lying(lying),
    taken > 0 && text.taken(taken),
    given > 0 && text.given(given),
  ].filter((part) => part !== false);
  return parts.length === 0 ? text.nothingWaits : parts.join(" · ");
}

function NoteLine({ stop: { note } }: { readonly stop: MailStopView }): ReactElement | null {
  const { mailRuns: text } = useText();
  if (!note?.reason) return null;
  const expected = note.expected === null ? "" : ` · ${text.expected(note.expected)}`;
  return <p className={styles["quiet"]}>{`${text.reasons[note.reason]}${expected}`}</p>;
}

interface ActProps {
  readonly run: MailRunView;
  readonly stop: MailStopView;
  readonly day: string;
  readonly isToday: boolean;
}

/** Hand-overs go the way of every hand-over; here are the links to them and what no bảng kê says. */
function StopActs({ run, stop, day, isToday }: ActProps): ReactElement {
  const { mailRuns: text } = useText();
  const act = useAct(noteMailStop);
  const [noting, setNoting] = useState(false);
  async function called(): Promise<void> {
    const { routeId, extraId } = run;
    const { position } = stop;
    const body = { day, extraId, position, kind: "called", reason: null, expected: null } as const;
    const result = await act.send({ params: { routeId }, body });
    if (!result?.ok) return;
    showToast({ text: text.noted });
    await forgetMailRuns();
  }
  return (
    <div className={`${styles["acts"]} no-print`}>
      {isToday && run.mine && (
        <>
          <Button size="compact-sm" variant="light" component={Link} to="/papers/incoming">
            {text.takeOver}
          </Button>
          <Button size="compact-sm" variant="light" component={Link} to="/papers">
            {text.handOver}
          </Button>
          <Button variant="default" size="compact-sm" loading={act.pending} onClick={() => void called()}>
            {text.called}
          </Button>
        </>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => setNoting(true)}>
        {text.note}
      </Button>
      {act.problem && <ProblemNotice problem={act.problem} />}
      {noting && <MailNoteDialog run={run} stop={stop} day={day} onClose={() => setNoting(false)} />}
    </div>
  );
}
