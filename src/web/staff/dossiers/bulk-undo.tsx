import type { QueueRow } from "#contract/queue.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { type Bulk, useBulk } from "./use-bulk.ts";

interface Props {
  readonly rows: readonly QueueRow[];
  readonly bulk: Bulk;
}

/** Gives back what went to somebody else to whom it was: the one act on many that has a way back. */
export function BulkUndo({ rows, bulk }: Props): ReactElement | null {
  const { work } = useText();
  const moved = rows.flatMap(({ dossierId, caseOfficerId }) => {
    const version = bulk.results.get(dossierId)?.version ?? null;
    return version === null || caseOfficerId === null ? [] : [{ dossierId, version, caseOfficerId }];
  });
  const undo = useBulk("assign", moved);
  if (bulk.running || moved.length === 0) return null;
  const back = [...undo.results.values()].filter(({ refusal }) => refusal === null).length;
  if (undo.results.size > 0 && !undo.running)
    return <p role="status">{work.bulk.undone(back, moved.length)}</p>;
  return (
    <Button
      variant="default"
      loading={undo.running}
      onClick={() => void undo.send("", ({ caseOfficerId }) => caseOfficerId)}
    >
      {work.bulk.undo(moved.length)}
    </Button>
  );
}
