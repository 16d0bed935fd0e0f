import { listRecurring } from "#contract/figures.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { draftWith } from "../draft-prefill.ts";
import { useRead } from "../use-read.ts";
import styles from "./rights.module.css";

type Recurring = AnswerOf<typeof listRecurring>;

/** Tasks that the head gives again and again, each a way to a mandate for it; nothing where there is none. */
export function RecurringPanel({ unitId }: { readonly unitId: string }): ReactElement | null {
  const { recurring: text } = useText().proposals;
  const { data } = useRead(listRecurring, { query: { unitId } });
  if (!data || data.recurring.length === 0) return null;
  return (
    <Panel id="recurring" title={text.title}>
      <ul className={styles["assignments"]} aria-label={text.title}>
        {data.recurring.map((one) => (
          <li key={`${one.task} ${one.procedure.id} ${one.postOffice.id}`}>
            <Task one={one} withinDays={data.withinDays} />
          </li>
        ))}
      </ul>
      <p className={styles["quiet"]}>{text.rule(data.onDays, data.withinDays)}</p>
    </Panel>
  );
}

interface TaskProps {
  readonly one: Recurring["recurring"][number];
  readonly withinDays: number;
}

function Task({ one, withinDays }: TaskProps): ReactElement {
  const { proposals, lists } = useText();
  const { recurring: text } = proposals;
  const { unitId, task, procedure, postOffice, days, given, acts } = one;
  return (
    <>
      <strong>{text.line(lists.tasks[task], procedure.id, days, withinDays)}</strong>
      <p lang="vi">{procedure.name}</p>
      <p className={styles["quiet"]} lang="vi">
        {text.counts(postOffice.name, given, acts)}
      </p>
      <Button
        variant="default"
        size="compact-sm"
        my={6}
        aria-label={text.proposeOf(procedure.id)}
        renderRoot={(props) => (
          <Link
            {...draftWith({ unitId, postOfficeId: postOffice.id, tasks: [task], procedures: [procedure] })}
            {...props}
          />
        )}
      >
        {text.propose}
      </Button>
    </>
  );
}
