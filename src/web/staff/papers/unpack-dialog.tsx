import { unpackThings } from "#contract/containers.ts";
import type { ThingView } from "#contract/custody.ts";
import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { type Counts, SheetCounts, differingCounts } from "./sheet-counts.tsx";

interface Props {
  readonly container: ThingView;
  readonly contents: readonly ThingView[];
  readonly onClose: () => void;
}

/**
 * Takes out of a packet or bag what is chosen, at first all of it, counted sheet by sheet: a number that differs becomes a
 * task. What stays in stays uncounted.
 */
export function UnpackDialog({ container, contents, onClose }: Props): ReactElement {
  const { papers: text } = useText();
  const act = useAct(unpackThings);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [counts, setCounts] = useState<Counts>(new Map());
  const taken = contents.filter(({ id }) => !left.has(id));
  const differing = differingCounts(taken, counts);
  const hasPapers = taken.some(({ thing }) => thing === "item");
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (taken.length === 0) return;
    const things = taken.map(({ thing, id }) => ({ thing, id }));
    // All of it: also what this person may not read is in it.
    const body = { counts: differing, ...(left.size > 0 && { things }) };
    const result = await act.send({ params: { containerId: container.id }, body });
    if (!result?.ok) return;
    const { unpacked, tasks } = result.value;
    showToast({ text: text.unpacked(unpacked, tasks) });
    onClose();
    await forgetPapers();
  }
  return (
    <Dialog opened onClose={onClose} title={text.unpackTitle(container.code)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        {contents.length > 1 && <Choice contents={contents} left={left} onChange={setLeft} />}
        {hasPapers && <p className={styles["quiet"]}>{text.unpackHint}</p>}
        <SheetCounts contents={taken} counts={counts} onChange={setCounts} />
        {differing.length > 0 && <p role="status">{text.countsDiffer(differing.length)}</p>}
        {taken.length === 0 && <p role="status">{text.unpackNothing}</p>}
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending} data-autofocus>
            {text.unpackSome(taken.length, contents.length)}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly contents: readonly ThingView[];
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}

/** What comes out; with one press all of it or nothing, to choose one of many. */
function Choice({ contents, left, onChange }: ChoiceProps): ReactElement {
  const { papers: text } = useText();
  function toggle(id: string): void {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }
  return (
    <fieldset className={styles["choice"]}>
      <legend>{text.unpackChoose}</legend>
      <Checkbox
        label={text.unpackAll}
        checked={left.size === 0}
        indeterminate={left.size > 0 && left.size < contents.length}
        onChange={() => onChange(new Set(left.size === 0 ? contents.map(({ id }) => id) : []))}
      />
      {contents.map(({ id, kind, code, name }) => (
        <Checkbox
          key={id}
          label={`${name ?? text.kinds[kind]} · ${code}`}
          lang="vi"
          checked={!left.has(id)}
          onChange={() => toggle(id)}
        />
      ))}
    </fieldset>
  );
}
