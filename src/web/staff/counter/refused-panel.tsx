import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { Refusal } from "./use-intake-preview.ts";

interface Props {
  readonly refusal: Refusal;
  /** Something was typed before, and is kept. */
  readonly typed: boolean;
  readonly onLeave: () => void;
  readonly onShowForm: () => void;
}

/** In the place of a form that could not be sent: why the counter may not take the procedure in, and what to do. */
export function RefusedPanel({ refusal, typed, onLeave, onShowForm }: Props): ReactElement {
  const text = useText();
  const { what, wayOut } = text.refusals[refusal.code](refusal.details);
  return (
    <Panel id="refused" title={text.intake.refusedTitle}>
      <Notice
        tone="error"
        title={what}
        live
        actions={
          <>
            <Button autoFocus onClick={onLeave}>
              {text.intake.chooseAnother}
            </Button>
            <Button variant="default" onClick={onShowForm}>
              {typed ? text.intake.refusedSeeTyped : text.intake.refusedShowForm}
            </Button>
          </>
        }
      >
        <p>{wayOut}</p>
        <p>{typed ? text.intake.refusedKept : text.intake.refusedFormHint}</p>
      </Notice>
    </Panel>
  );
}
