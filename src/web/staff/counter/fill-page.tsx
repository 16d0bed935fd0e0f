import { type ProcedureView, readProcedure } from "#contract/catalogue.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import type { IntakeStart, Received } from "./counter-page.tsx";
import { IntakeSheet } from "./intake-sheet.tsx";
import { startForm } from "./start-form.ts";
import type { Lodged } from "./use-lodge.ts";
import type { ReceivedGroup } from "./use-receive-group.ts";

export interface FillPageProps {
  readonly start: IntakeStart;
  readonly onLeave: () => void;
  readonly onOpenDraft: (start: IntakeStart) => void;
  readonly onReceived: (received: Received) => void;
  readonly onGroup: (received: ReceivedGroup) => void;
  readonly onLodged: (lodged: Lodged) => void;
}

/** Loads the version of the procedure in force today, then the form for it. */
export function FillPage(props: FillPageProps): ReactElement {
  const text = useText();
  const { start, onLeave } = props;
  const read = useRead(readProcedure, { params: { code: start.procedureCode } });
  if (read.data) return <LoadedSheet {...props} view={read.data} onReloadProcedure={read.reload} />;
  return (
    <Panel
      title={text.intake.chosenTitle}
      actions={
        <Button variant="subtle" onClick={onLeave}>
          {text.common.back}
        </Button>
      }
    >
      {read.problem ? (
        <ProblemNotice problem={read.problem} onRetry={read.reload} />
      ) : (
        <LoadingLines lines={8} />
      )}
    </Panel>
  );
}

interface LoadedProps extends FillPageProps {
  readonly view: ProcedureView;
  readonly onReloadProcedure: () => void;
}

/** The form begins once; a newer version of the procedure changes what is around it, not what was typed. */
function LoadedSheet(props: LoadedProps): ReactElement {
  const { start, view } = props;
  const [form] = useState(() => start.form ?? start.draft?.form ?? startForm(view));
  return <IntakeSheet {...props} form={form} />;
}
