import type { ProcedureView } from "#contract/catalogue.ts";
import { equalData } from "#domain/shared/equal-data.ts";
import { type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { ApplicantSection } from "./applicant-section.tsx";
import { ClosingSection } from "./closing-section.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import styles from "./counter.module.css";
import type { FillPageProps } from "./fill-page.tsx";
import { GroupSection } from "./group-section.tsx";
import { type IntakeForm, draftTitle, isWorthKeeping } from "./intake-form.ts";
import { PapersSection } from "./papers-section.tsx";
import { ProcedurePanel } from "./procedure-panel.tsx";
import { RefusedPanel } from "./refused-panel.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { SubmitterSection } from "./submitter-section.tsx";
import { useDraftSaving } from "./use-draft-saving.ts";
import { useIntake } from "./use-intake.ts";
import { useIntakePreview } from "./use-intake-preview.ts";
import { useSectionShortcuts } from "./use-section-shortcuts.ts";

interface Props extends FillPageProps {
  readonly view: ProcedureView;
  readonly form: IntakeForm;
  readonly onReloadProcedure: () => void;
}

/** The counter's one page: what the procedure says at the left, the form at the right. */
export function IntakeSheet({ view, form: begun, start, ...on }: Props): ReactElement {
  const text = useText();
  const intake = useIntake(begun, view);
  const preview = useIntakePreview(view.content, intake.form);
  const title = draftTitle(intake.form, view.content.name, text.intake.draftUntitled);
  const drafts = useDraftSaving(intake.form, title, start.draft);
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(false);
  // Under the hands of somebody who types nothing is folded away, though the right may end meanwhile.
  const refusal = shown || isTouched(begun, intake.form) ? null : (preview.data?.permit.refusal ?? null);
  useSectionShortcuts();
  const aside = (
    <div className={styles["aside"]}>
      <ProcedurePanel
        intake={intake}
        preview={preview}
        onLeave={on.onLeave}
        refusalShown={refusal !== null}
      />
    </div>
  );
  if (refusal !== null) {
    return (
      <div className={styles["fill"]}>
        {aside}
        <div className={styles["refused"]}>
          {" "}
          <RefusedPanel
            refusal={refusal}
            typed={isWorthKeeping(intake.form)}
            onLeave={on.onLeave}
            onShowForm={() => setShown(true)}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={styles["fill"]}>
      {aside}
      <form
        ref={form}
        className={styles["form"]}
        aria-label={text.intake.formLabel}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onBlur={() => void (drafts.state.kind === "waiting" && drafts.saver.flush())}
      >
        <DraftNotices start={start} view={view} />
        <ApplicantSection intake={intake} />
        <GroupSection intake={intake} />
        <SubmitterSection intake={intake} />
        <PapersSection intake={intake} />
        <ClosingSection
          intake={intake}
          awaitsConfirmation={preview.data?.permit.awaitsConfirmation === true}
        />
        <SubmitBar intake={intake} preview={preview} drafts={drafts} {...on} />
      </form>
      <ConflictDialog drafts={drafts} title={title} onOpenDraft={on.onOpenDraft} />
    </div>
  );
}

/** Whether anything was typed on this page; how it is handed in and which case it is are no typing. */
function isTouched(begun: IntakeForm, now: IntakeForm): boolean {
  return !equalData({ ...now, channel: begun.channel, case: begun.case }, begun);
}

function DraftNotices({ start, view }: Pick<Props, "start" | "view">): ReactElement | null {
  const text = useText();
  const { draft } = start;
  if (!draft) return null;
  const older = draft.form.procedureVersionId !== view.versionId;
  return (
    <>
      {!draft.whole && <Notice tone="warning" title={text.intake.draftUnreadable} />}
      {older && <Notice tone="warning" title={text.intake.versionReloaded} />}
    </>
  );
}
