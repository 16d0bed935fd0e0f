import { listGaps } from "#contract/figures.ts";
import { localTime } from "#domain/shared/instant.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { draftWith } from "../draft-prefill.ts";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { type GapGroup, groupGaps } from "./group-gaps.ts";
import { taskWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";

/** Days on which the post holds nothing of what it held, each with a way to draft just what is missing. */
export function MandateGaps(): ReactElement {
  const { gaps: text } = useText().proposals;
  const { data, problem, reload } = useRead(listGaps, { query: {} });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={6} />;
  const groups = groupGaps(data.gaps);
  if (groups.length === 0) return <EmptyState icon="success" title={text.none} hint={text.noneHint} />;
  return (
    <div className={styles["stack"]}>
      <p className={styles["quiet"]}>{text.intro}</p>
      <ol className={look["cards"]} aria-label={text.list}>
        {groups.map((group) => (
          <li key={group.key} className={look["card"]}>
            <Gap group={group} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Gap({ group }: { readonly group: GapGroup }): ReactElement {
  const text = useText();
  const { gaps } = text.proposals;
  const { unit, from, to, tasks, fields } = group;
  const first = text.dates.shortDay(from);
  const span = to === null ? gaps.open(first) : gaps.span(first, text.dates.shortDay(to));
  const today = localTime(serverNow()).day;
  return (
    <>
      <strong lang="vi">{unit.name}</strong>
      <p>{span}</p>
      <p>{taskWords(tasks, text)}</p>
      <p className={styles["quiet"]} lang="vi">
        {fields.map(({ name }) => name).join(", ")}
      </p>
      <Button
        variant="default"
        size="compact-sm"
        mt={6}
        aria-label={gaps.draftOf(unit.name, span)}
        renderRoot={(props) => (
          <Link
            {...draftWith({
              unitId: unit.id,
              tasks,
              fieldCodes: fields.map(({ id }) => id),
              validFrom: from < today ? today : from,
              ...(to !== null && { validTo: to }),
            })}
            {...props}
          />
        )}
      >
        {gaps.draft}
      </Button>
    </>
  );
}
