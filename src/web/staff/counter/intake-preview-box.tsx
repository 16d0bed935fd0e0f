import { Button, Collapse } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DueDateExplanationView } from "#web/ui/due-date-explanation.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./procedure-panel.module.css";
import type { IntakePreview } from "./use-intake-preview.ts";

interface Props {
  readonly preview: IntakePreview;
  /** The page says already why it may not be taken in here. */
  readonly refusalShown: boolean;
}

/** The right to take it in, or why not; the date it would get, and why that one. */
export function IntakePreviewBox({ preview, refusalShown }: Props): ReactElement {
  const { data, problem, reload } = preview;
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={3} />;
  return (
    <div className={styles["preview"]} aria-live="polite">
      {!refusalShown && <PermitNotice permit={data.permit} />}
      {!refusalShown && <ClosedToday data={data} />}
      {!refusalShown && <DueDate data={data} />}
    </div>
  );
}

type Preview = NonNullable<IntakePreview["data"]>;

function PermitNotice({ permit }: { readonly permit: Preview["permit"] }): ReactElement {
  const text = useText();
  if (permit.allowed || permit.refusal === null) {
    const { kind, title } = permit.basis ?? { kind: "", title: "" };
    const words = kind === "office" ? text.intake.permitByOffice(title) : text.intake.permitYes(title);
    if (!permit.awaitsConfirmation) return <Notice tone="success" title={words} />;
    return (
      <Notice tone="warning" title={text.confirming.counter.waits}>
        {words} {text.confirming.counter.waitsHint}
      </Notice>
    );
  }
  const { what, wayOut } = text.refusals[permit.refusal.code](permit.refusal.details);
  return (
    <Notice tone="error" title={what}>
      {wayOut}
    </Notice>
  );
}

/** The unit is closed by its calendar: whoever takes something in all the same should know it. */
function ClosedToday({ data: { closedToday } }: { readonly data: Preview }): ReactElement | null {
  const { intake, dueDate } = useText();
  if (closedToday === null) return null;
  return (
    <Notice
      tone="warning"
      title={intake.closedToday(closedToday.name ?? dueDate.reasons[closedToday.reason])}
    >
      {intake.closedTodayHint}
    </Notice>
  );
}

function DueDate({ data }: { readonly data: Preview }): ReactElement | null {
  const text = useText();
  const [opened, setOpened] = useState(false);
  if (data.dueAt === null) {
    if (data.dueRefusal === null) return null;
    const { what, wayOut } = text.refusals[data.dueRefusal]({});
    return (
      <Notice tone="warning" title={what}>
        {wayOut}
      </Notice>
    );
  }
  return (
    <div className={styles["due"]}>
      <p className={styles["dueTitle"]}>{text.intake.dueTitle}</p>
      <p className={styles["dueAt"]}>
        {text.dates.moment(data.dueAt)}
        {data.provisional && (
          <Mark tone="warning" icon="warning">
            {text.intake.dueProvisional}
          </Mark>
        )}
        {data.dueAt < serverNow() && (
          <Mark tone="warning" icon="warning">
            {text.intake.duePast}
          </Mark>
        )}
      </p>
      {data.explanation && (
        <>
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {text.intake.dueWhy}
          </Button>
          <Collapse expanded={opened}>
            <div className={styles["why"]}>
              <DueDateExplanationView explanation={data.explanation} words={text} />
            </div>
          </Collapse>
        </>
      )}
    </div>
  );
}
