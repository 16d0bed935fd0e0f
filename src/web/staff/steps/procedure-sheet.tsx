import type { InternalProcedureView } from "#contract/steps.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { PaperHead, paperClass } from "../paper.tsx";
import { OrderDrawing } from "./order-drawing.tsx";
import type { InternalProcedures } from "./procedure-page.tsx";
import { StepTable, limitWords } from "./step-table.tsx";
import { PLAN_TONES } from "./plan-tones.ts";
import styles from "./steps.module.css";

interface Props {
  readonly procedure: InternalProcedureView;
  readonly read: InternalProcedures;
}

/** One internal procedure as it is read and printed: by which decision, in which order, and each step. */
export function ProcedureSheet({ procedure, read }: Props): ReactElement {
  const text = useText();
  const { page } = text.steps;
  const { steps, decision, state, validFrom } = procedure;
  return (
    <article className={`${paperClass} ${styles["stack"]}`}>
      <PaperHead
        unit={
          procedure.agencyName === null ? null : { governingBody: "", name: procedure.agencyName, place: "" }
        }
        at={decision.issuedOn}
      />
      <h1 className={styles["print"]} lang="vi">
        {page.title}
      </h1>
      <p className={styles["print"]} lang="vi">
        {read.procedureCode} {read.procedureName}
      </p>
      <Panel
        id="sheet"
        title={<span lang="vi">{procedure.agencyName ?? page.everyAgency}</span>}
        actions={
          <>
            <Mark tone={PLAN_TONES[state]}>{page.states[state]}</Mark>
            <Button
              className="no-print"
              size="compact-md"
              variant="default"
              leftSection={<Icon name="print" size={16} />}
              onClick={() => window.print()}
            >
              {page.print}
            </Button>
          </>
        }
      >
        <p className={styles["quiet"]} lang="vi">
          {page.decision(decision.number, text.dates.shortDay(decision.issuedOn), decision.signer)}
          {". "}
          {page.fromDay(text.dates.shortDay(validFrom))}.
        </p>
        <OrderDrawing
          steps={steps.map(({ key, name, after, ...step }) => ({
            key,
            name,
            after,
            line: [
              text.lists.roles[step.role],
              ...(step.limit === null ? [] : [limitWords(step, text)]),
            ].join(", "),
          }))}
        />
      </Panel>
      <Panel id="table" title={text.steps.table.title}>
        <StepTable steps={steps} />
      </Panel>
    </article>
  );
}
