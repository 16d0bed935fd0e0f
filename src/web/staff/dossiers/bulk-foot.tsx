import type { BulkMove, QueueRow } from "#contract/queue.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { BulkUndo } from "./bulk-undo.tsx";
import styles from "./bulk.module.css";
import { NoteField } from "./note-field.tsx";
import { OfficerField } from "./officer-field.tsx";
import type { Bulk } from "./use-bulk.ts";

interface Props {
  readonly move: BulkMove;
  readonly rows: readonly QueueRow[];
  readonly bulk: Bulk;
  readonly begun: boolean;
  readonly onClose: () => void;
}

const REASON_MIN = 3;

/** What an act on many is asked with: a note, a reason where the way leads back, and whose they are to be. */
function useAsked(move: BulkMove) {
  const [note, setNote] = useState("");
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const tidy = tidyText(note);
  const isNeeded = move === "sendToDesk";
  const short = tidy.length < REASON_MIN && (isNeeded || tidy.length > 0);
  const nobody = move === "assign" && to === "";
  return {
    note,
    setNote,
    to,
    setTo,
    isNeeded,
    noteProblem: tried && short,
    toProblem: tried && nobody,
    /** What is sent; null while something is missing, which the fields say from then on. */
    read: () => {
      setTried(true);
      return short || nobody ? null : { note: tidy, toOf: move === "assign" ? () => to : undefined };
    },
  };
}

/** The fields of an act on many dossiers, and its buttons. */
export function BulkFoot({ move, rows, bulk, begun, onClose }: Props): ReactElement {
  const { common, work } = useText();
  const asked = useAsked(move);
  function send(): void {
    const given = asked.read();
    if (given) void bulk.send(given.note, given.toOf);
  }
  return (
    <>
      {!begun && <Fields move={move} asked={asked} />}
      <div className={styles["buttons"]}>
        {!begun && <Button onClick={send}>{work.bulk.start(work.bulk.acts[move], rows.length)}</Button>}
        {begun && bulk.problem !== null && (
          <Button onClick={send} loading={bulk.running}>
            {work.bulk.goOn}
          </Button>
        )}
        {move === "assign" && <BulkUndo rows={rows} bulk={bulk} />}
        <Button variant="default" disabled={bulk.running} onClick={onClose}>
          {begun ? common.close : common.cancel}
        </Button>
      </div>
    </>
  );
}

interface FieldsProps {
  readonly move: BulkMove;
  readonly asked: ReturnType<typeof useAsked>;
}

function Fields({ move, asked }: FieldsProps): ReactElement {
  const { bulk } = useText().work;
  return (
    <>
      {move === "assign" && (
        <OfficerField value={asked.to} onChange={asked.setTo} missing={asked.toProblem} />
      )}
      {move !== "take" && (
        <NoteField
          label={asked.isNeeded ? bulk.reason : bulk.note}
          {...(asked.isNeeded ? { hint: bulk.reasonHint, required: true } : {})}
          problem={asked.noteProblem ? bulk.reasonShort : undefined}
          value={asked.note}
          onChange={asked.setNote}
        />
      )}
    </>
  );
}
