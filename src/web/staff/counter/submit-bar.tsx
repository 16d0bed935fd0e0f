import { Button, Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Received } from "./counter-page.tsx";
import { filledRows, isGroup } from "./group-line.ts";
import { LodgeActs } from "./lodge-acts.tsx";
import { SaveMark } from "./save-mark.tsx";
import styles from "./submit-bar.module.css";
import type { DraftSaving } from "./use-draft-saving.ts";
import { type Intake, focusFirstProblem } from "./use-intake.ts";
import { useBarred } from "./use-barred.ts";
import type { IntakePreview } from "./use-intake-preview.ts";
import { type Lodged, useLodge } from "./use-lodge.ts";
import { type ReceivedGroup, useReceiveGroup } from "./use-receive-group.ts";
import { useReceive } from "./use-receive.ts";

interface Props {
  readonly intake: Intake;
  readonly preview: IntakePreview;
  readonly drafts: DraftSaving;
  readonly onReceived: (received: Received) => void;
  readonly onGroup: (received: ReceivedGroup) => void;
  readonly onLodged: (lodged: Lodged) => void;
  readonly onReloadProcedure: () => void;
}

/** The end of the form: whether it is kept, what still stands in the way, and the act itself. */
export function SubmitBar(props: Props): ReactElement {
  const { intake, preview, drafts, onReceived, onGroup, onReloadProcedure } = props;
  const text = useText();
  const one = useReceive({ intake, drafts, onReceived });
  const all = useReceiveGroup({ intake, drafts, onReceived: onGroup });
  const together = isGroup(intake.form.group);
  const receive = together ? all : one;
  const barred = useBarred(preview);
  const ready = barred === null && !receive.pending;
  useShortcut({ key: "Enter", ctrl: true }, () => void receive.submit(), ready);
  // Whoever presses all the same has heard that something changed: the server is asked again.
  useShortcut({ key: "Enter", ctrl: true }, preview.reload, barred !== null);
  return (
    <section id="submit" className={styles["bar"]} aria-label={text.intake.submit}>
      {receive.problem && (
        <Problem
          problem={receive.problem}
          onRetry={() => void receive.submit()}
          onReloadProcedure={onReloadProcedure}
        />
      )}
      <Meant intake={intake} problem={receive.problem} />
      <div className={styles["row"]}>
        <SaveMark drafts={drafts} />
        <div className={styles["why"]} id="submit-why">
          {barred !== null && (
            <span className={styles["barred"]}>{`${text.intake.submitNotAllowed} ${barred}`}</span>
          )}
          {receive.asked && intake.problems.length > 0 && (
            <Button variant="subtle" color="red" onClick={() => focusFirstProblem(intake.problems)}>
              {`${text.intake.problemsLeft(intake.problems.length)}. ${text.intake.goToProblem}`}
            </Button>
          )}
          {together && <span className={styles["quiet"]}>{text.groups.noLodging}</span>}
        </div>
        {!together && <Lodging {...props} />}
        <Button
          size="md"
          loading={receive.pending}
          disabled={barred !== null}
          onClick={() => void receive.submit()}
          aria-describedby="submit-why"
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyCap>Ctrl ↵</KeyCap>}
        >
          {together ? text.groups.submit(filledRows(intake.form.group).length + 1) : text.intake.submit}
        </Button>
      </div>
    </section>
  );
}

/** Of somebody who has an open dossier about the same it is said here that another one is meant. */
function Meant({ intake, problem }: { readonly intake: Intake; readonly problem: CallProblem | null }) {
  const text = useText();
  const { form, change } = intake;
  const refused = problem?.kind === "refused" && problem.code === "applicant_has_open";
  const asked = form.group.asked?.includes(form.group.firstRowId) ?? false;
  if (!refused && !asked && !form.besidesOpen) return null;
  return (
    <Checkbox
      label={isGroup(form.group) ? text.groups.besidesOpenFirst : text.groups.besidesOpen}
      checked={form.besidesOpen}
      onChange={(event) => change({ besidesOpen: event.currentTarget.checked })}
    />
  );
}

/** Asking for more and refusing, beside the receiving of one dossier. */
function Lodging(props: Props): ReactElement {
  const lodge = useLodge(props);
  return (
    <LodgeActs
      intake={props.intake}
      dossierId={null}
      barredBy={lodge.barredBy}
      pending={lodge.pending}
      problem={lodge.problem}
      onOpen={lodge.clear}
      onSend={lodge.send}
    />
  );
}

interface ProblemProps {
  readonly problem: CallProblem;
  readonly onRetry: () => void;
  readonly onReloadProcedure: () => void;
}

function Problem({ problem, onRetry, onReloadProcedure }: ProblemProps): ReactElement {
  const text = useText();
  const refused = problem.kind === "refused";
  return (
    <ProblemNotice
      problem={problem}
      onRetry={refused ? undefined : onRetry}
      actions={
        refused && problem.code === "procedure_version_changed" ? (
          <Button size="compact-sm" variant="light" onClick={onReloadProcedure}>
            {text.intake.versionChanged}
          </Button>
        ) : undefined
      }
    />
  );
}
