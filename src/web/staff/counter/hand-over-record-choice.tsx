import {
  HAND_OVER_RECORD_DAYS,
  type HandOverRecordView,
  listHandOverRecords,
} from "#contract/hand-over-records.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import type { Intake } from "./use-intake.ts";

/** Of a dossier that the post has brought: by which biên bản giao nhận, since the limit runs from its signing. */
export function HandOverRecordChoice({ intake }: { readonly intake: Intake }): ReactElement | null {
  return intake.form.channel === "postal" ? <Choice intake={intake} /> : null;
}

function Choice({ intake: { form, change } }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const { data, problem, reload } = useRead(listHandOverRecords, { query: {} });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={1} />;
  const { records } = data;
  const chosen = records.find(({ handOverRecordId }) => handOverRecordId === form.handOverRecordId);
  const isGone = form.handOverRecordId !== "" && !chosen;
  return (
    <NativeSelect
      label={text.intake.record}
      description={hintOf(records, chosen, text)}
      value={form.handOverRecordId}
      onChange={(event) => change({ handOverRecordId: event.currentTarget.value })}
      data={[
        { value: "", label: text.intake.recordUnknown },
        ...(isGone ? [{ value: form.handOverRecordId, label: text.intake.recordGone }] : []),
        ...records.map((record) => ({ value: record.handOverRecordId, label: recordWords(record, text) })),
      ]}
    />
  );
}

function hintOf(
  records: readonly HandOverRecordView[],
  chosen: HandOverRecordView | undefined,
  { intake }: Words,
): string {
  if (records.length === 0) return intake.recordNone(HAND_OVER_RECORD_DAYS);
  return chosen ? intake.recordOf(chosen.from, chosen.things) : intake.recordHint;
}

/** Short, since a closed list cuts what is long. */
function recordWords({ number, signedAt }: HandOverRecordView, { dates, intake }: Words): string {
  return intake.recordLine(number, dates.shortMoment(signedAt));
}
