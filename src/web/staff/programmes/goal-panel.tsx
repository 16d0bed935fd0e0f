import type { GoalView } from "#contract/programmes.ts";
import { Button, Progress } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { type PanelProps, PartActions } from "./part-actions.tsx";
import { GoalDialog } from "./goal-dialog.tsx";
import { figureWords } from "./programme-words.ts";
import styles from "./programmes.module.css";

/** The figures to be reached, with what the ledgers count of them. */
export function GoalPanel({ view, edits }: PanelProps): ReactElement {
  const { goals: text } = useText().programmes;
  const [editing, setEditing] = useState<GoalView | "new" | null>(null);
  return (
    <Panel
      id="goals"
      title={text.title}
      {...(edits && {
        actions: (
          <Button size="compact-sm" variant="light" onClick={() => setEditing("new")}>
            {text.add}
          </Button>
        ),
      })}
    >
      {view.goals.length === 0 && <p className={styles["quiet"]}>{text.none}</p>}
      <ul className={styles["parts"]}>
        {view.goals.map((goal) => (
          <li key={goal.id}>
            <div className={styles["row"]}>
              <strong lang="vi">{goal.name}</strong>
              {edits && (
                <PartActions
                  programme={view.programme}
                  part="goal"
                  partId={goal.id}
                  name={goal.name}
                  onChange={() => setEditing(goal)}
                />
              )}
            </div>
            <Reached goal={goal} />
          </li>
        ))}
      </ul>
      {editing !== null && (
        <GoalDialog
          programme={view.programme}
          part={editing === "new" ? null : editing}
          known={[]}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function Reached({ goal }: { readonly goal: GoalView }): ReactElement {
  const { programmes, dates, dossiers } = useText();
  const text = programmes.goals;
  const { reached, target, countedIn, targetDay, measure } = goal;
  const sign = dossiers.upload.decimalSign;
  const day = text.byDay(dates.shortDay(targetDay));
  if (reached === null)
    return (
      <p className={styles["quiet"]}>
        {`${text.toReach(figureWords(target, sign), countedIn)}, ${day} · ${text.byHand}`}
      </p>
    );
  const words = text.reached(figureWords(reached, sign), figureWords(target, sign), countedIn);
  return (
    <>
      <Progress
        value={Math.min((reached / target) * 100, 100)}
        aria-label={`${goal.name}: ${words}`}
        my={4}
      />
      <p className={styles["quiet"]}>{`${words}, ${day} · ${programmes.measures[measure]}`}</p>
    </>
  );
}
