import { PAPER_KINDS } from "#domain/catalogue/procedure.ts";
import { ActionIcon, Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { type ReactElement, memo } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { LongField } from "./long-field.tsx";
import type { PaperForm } from "./mend-form.ts";
import form from "./mend.module.css";
import type { ChangeForm } from "./use-mend-form.ts";

interface Props {
  readonly paper: PaperForm;
  readonly turn: number;
  readonly last: boolean;
  readonly nameMissing: boolean;
  readonly asksNothing: boolean;
  readonly change: ChangeForm;
}

/** One paper. Drawn again only when it changed: a procedure may have a hundred of them. */
export const PaperFormRow = memo(function PaperFormRow(props: Props): ReactElement {
  const { paper, turn, nameMissing, change } = props;
  const { catalogue: text } = useText();
  const set = (next: Partial<PaperForm>) => setPaper(change, paper.id, next);
  return (
    <div role="group" aria-label={text.paperTurn(turn + 1)} className={form["paper"]}>
      <div className={form["paperHead"]}>
        <strong>{text.paperTurn(turn + 1)}</strong>
        <PaperTools {...props} />
      </div>
      <LongField
        label={text.paperName}
        value={paper.name}
        onChange={(name) => set({ name })}
        problem={nameMissing ? text.problems.nameMissing : undefined}
      />
      <PaperCounts {...props} />
    </div>
  );
});

function PaperCounts({ paper, asksNothing, change }: Props): ReactElement {
  const { catalogue: text, lists } = useText();
  const set = (next: Partial<PaperForm>) => setPaper(change, paper.id, next);
  const problem = asksNothing ? text.problems.asksNothing : undefined;
  return (
    <div className={form["counts"]}>
      <NativeSelect
        label={text.paperKind}
        value={paper.kind}
        onChange={(event) => {
          const kind = PAPER_KINDS.find((one) => one === event.currentTarget.value);
          if (kind) set({ kind });
        }}
        data={PAPER_KINDS.map((kind) => ({ value: kind, label: lists.paperKinds[kind] }))}
      />
      <NumberInput
        label={text.paperOriginals}
        value={paper.originals}
        onChange={(next) => set({ originals: typeof next === "number" ? next : 0 })}
        error={problem}
        min={0}
        max={99}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <NumberInput
        label={text.paperCopies}
        value={paper.copies}
        onChange={(next) => set({ copies: typeof next === "number" ? next : 0 })}
        error={problem !== undefined}
        min={0}
        max={99}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <Checkbox
        label={text.paperOptional}
        checked={paper.optional}
        onChange={(event) => set({ optional: event.currentTarget.checked })}
        className={form["check"] ?? ""}
      />
      <LongField
        label={text.paperCondition}
        value={paper.condition}
        onChange={(condition) => set({ condition })}
      />
      <LongField label={text.paperForm} value={paper.formName} onChange={(formName) => set({ formName })} />
    </div>
  );
}

/** Up, down, away. */
function PaperTools({ paper, turn, last, change }: Props): ReactElement {
  const { catalogue: text, common } = useText();
  const { name } = paper;
  return (
    <div className={form["tools"]}>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={turn === 0}
        aria-label={text.paperUp(name)}
        title={text.paperUp(name)}
        onClick={() => movePaper(change, paper.id, -1)}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={last}
        aria-label={text.paperDown(name)}
        title={text.paperDown(name)}
        onClick={() => movePaper(change, paper.id, 1)}
      >
        <span aria-hidden="true">↓</span>
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text.paperRemove(name)}
        title={text.paperRemove(name)}
        onClick={() => {
          change((now) => ({ ...now, papers: now.papers.filter(({ id }) => id !== paper.id) }));
          const putBack = () =>
            change((now) => ({
              ...now,
              papers: [...now.papers.slice(0, turn), paper, ...now.papers.slice(turn)],
            }));
          showToast({ text: text.paperRemoved, action: { label: common.undo, run: putBack } });
        }}
      >
        <Icon name="trash" size={18} />
      </ActionIcon>
    </div>
  );
}

function setPaper(change: ChangeForm, paperId: string, next: Partial<PaperForm>): void {
  change((now) => ({
    ...now,
    papers: now.papers.map((paper) => (paper.id === paperId ? { ...paper, ...next } : paper)),
  }));
}

function movePaper(change: ChangeForm, paperId: string, step: 1 | -1): void {
  change((now) => {
    const from = now.papers.findIndex(({ id }) => id === paperId);
    const moved = now.papers[from];
    const rest = now.papers.filter(({ id }) => id !== paperId);
    if (!moved) return now;
    return { ...now, papers: [...rest.slice(0, from + step), moved, ...rest.slice(from + step)] };
  });
}
