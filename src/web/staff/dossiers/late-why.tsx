import type { QueueRow } from "#contract/queue.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import look from "#web/ui/rows.module.css";
import { latenessWords } from "./lateness-words.ts";

/** Why a dossier is late, in a line of facts: the head need not open it to know. */
export function LateWhy({
  lateness,
}: {
  readonly lateness: NonNullable<QueueRow["lateness"]>;
}): ReactElement {
  const { dates, work } = useText();
  return (
    <span className={look["quiet"]}>
      {work.list.late.label}: {latenessWords(lateness, work.list.late, dates.shortMoment)}
    </span>
  );
}
