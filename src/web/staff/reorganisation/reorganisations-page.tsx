import { type ReorganisationRow, listReorganisations } from "#contract/reorganisations.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./reorganisation.module.css";

/** What is planned, the nearest day first, and what was applied or called off. */
export function ReorganisationsPage(): ReactElement {
  const { reorganisation: text } = useText();
  const { data, problem, reload } = useRead(listReorganisations, {});
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
        <Button
          leftSection={<Icon name="plus" size={16} />}
          renderRoot={(props) => <Link to="/reorganisation/new" {...props} />}
        >
          {text.add}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={6} />}
      {data && data.reorganisations.length === 0 && (
        <EmptyState icon="organisation" title={text.none} hint={text.noneHint} />
      )}
      {data && data.reorganisations.length > 0 && (
        <ul className={styles["plans"]}>
          {data.reorganisations.map((row) => (
            <PlanLine key={row.id} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

const TONES = { planned: "info", applied: "success", cancelled: "quiet" } as const;

function PlanLine({ row }: { readonly row: ReorganisationRow }): ReactElement {
  const { reorganisation: text, dates } = useText();
  return (
    <li className={styles["plan"]}>
      <div className={styles["line"]}>
        <Link to="/reorganisation/$reorganisationId" params={{ reorganisationId: row.id }}>
          {row.title}
        </Link>
        <Mark tone={TONES[row.status]}>{text.statuses[row.status]}</Mark>
      </div>
      <p className={styles["quiet"]}>
        {[
          `${text.columns.day}: ${dates.shortDay(row.effectiveOn)}`,
          text.shapes[row.shape],
          text.endingUnits(row.units),
          row.decisionNumber,
        ].join(" · ")}
      </p>
    </li>
  );
}
