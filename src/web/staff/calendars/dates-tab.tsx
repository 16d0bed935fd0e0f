import type { CheckedDate } from "#contract/calendars.ts";
import { Button, Progress } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./calendars.module.css";
import { DateTable } from "./date-table.tsx";
import { type Walked, useDueDates } from "./use-due-dates.ts";

/** Which due dates the calendars of today would move, and moving them. */
export function DatesTab(): ReactElement {
  const { calendars: text } = useText();
  const { state, problem, check, move } = useDueDates();
  const working = state.kind === "checking" || state.kind === "moving";
  return (
    <div className={styles["stack"]}>
      <p className={styles["quiet"]}>{text.datesAbout}</p>
      <div className={styles["row"]}>
        <Button
          variant={state.kind === "checked" ? "default" : "filled"}
          leftSection={<Icon name="refresh" size={16} />}
          onClick={() => void check()}
          disabled={working}
        >
          {text.check}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {problem && state.kind === "checked" && <Notice tone="info" title={text.stopped} />}
      {state.kind === "checking" && (
        <Way looked={state.walked.looked} total={state.walked.total} words={text.checking} />
      )}
      {state.kind === "moving" && (
        <Way looked={state.looked} total={state.walked.total} words={text.moving} />
      )}
      {state.kind === "checked" && <Found walked={state.walked} onMove={() => void move(state.walked)} />}
      {state.kind === "moved" && (
        <Notice tone="success" live title={text.moved(state.done.moved, state.done.settled)} />
      )}
    </div>
  );
}

interface WayProps {
  readonly looked: number;
  readonly total: number;
  readonly words: (looked: number, total: number) => string;
}

function Way({ looked, total, words }: WayProps): ReactElement {
  const said = words(looked, total);
  return (
    <div role="status">
      <p className={styles["quiet"]}>{said}</p>
      <Progress value={total === 0 ? 0 : (100 * looked) / total} aria-label={said} />
    </div>
  );
}

interface FoundProps {
  readonly walked: Walked;
  readonly onMove: () => void;
}

function Found({ walked, onMove }: FoundProps): ReactElement {
  const { calendars: text } = useText();
  const of = (outcome: CheckedDate["outcome"]) => walked.dates.filter((date) => date.outcome === outcome);
  const [moves, settles, kept] = [of("moves"), of("settles"), of("kept")];
  if (walked.dates.length === 0)
    return (
      <EmptyState
        icon="success"
        title={text.nothingMoves}
        hint={`${text.checked(walked.looked)} ${text.nothingMovesAbout}`}
      />
    );
  const earlier = moves.filter(({ from, to }) => to !== null && to < from).length;
  return (
    <Panel title={text.willMove(moves.length)} id="moves">
      <ul className={styles["sums"]}>
        {earlier > 0 && <li>{text.earlierDates(earlier)}</li>}
        {settles.length > 0 && <li>{text.willSettle(settles.length)}</li>}
        {kept.length > 0 && <li>{text.cannot(kept.length)}</li>}
        <li>{text.checked(walked.looked)}</li>
      </ul>
      <MoveButton moves={moves.length} settles={settles.length} onMove={onMove} />
      <DateTable dates={[...moves, ...kept]} />
    </Panel>
  );
}

interface MoveProps {
  readonly moves: number;
  readonly settles: number;
  readonly onMove: () => void;
}

/** Asked once more: a move cannot be taken back but by another change of the calendar. */
function MoveButton({ moves, settles, onMove }: MoveProps): ReactElement | null {
  const { calendars: text, common } = useText();
  const [asking, setAsking] = useState(false);
  if (moves + settles === 0) return null;
  const label = moves > 0 ? text.move(moves) : text.settleOnly;
  return (
    <div className={`${styles["row"]} no-print`}>
      <Button onClick={() => (moves > 0 ? setAsking(true) : onMove())}>{label}</Button>
      <Dialog opened={asking} title={text.moveTitle} onClose={() => setAsking(false)}>
        <p>{text.moveAsk(moves)}</p>
        <DialogActs>
          <Button
            onClick={() => {
              setAsking(false);
              onMove();
            }}
          >
            {label}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {common.cancel}
          </Button>
        </DialogActs>
      </Dialog>
    </div>
  );
}
