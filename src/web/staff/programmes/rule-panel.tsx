import type { RuleView } from "#contract/programmes.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { type PanelProps, PartActions, knownDecisions } from "./part-actions.tsx";
import { decisionWords, periodWords, ruleWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";
import { RuleDialog } from "./rule-dialog.tsx";

/** The coordination rules, each in a sentence, with where it holds and by which decision. */
export function RulePanel({ view, edits, choices }: PanelProps): ReactElement {
  const text = useText();
  const words = text.programmes.rules;
  const [editing, setEditing] = useState<RuleView | "new" | null>(null);
  return (
    <Panel
      id="rules"
      title={words.title}
      {...(edits && {
        actions: (
          <Button
            size="compact-sm"
            variant="light"
            disabled={choices === undefined}
            onClick={() => setEditing("new")}
          >
            {words.add}
          </Button>
        ),
      })}
    >
      {view.rules.length === 0 && <p className={styles["quiet"]}>{words.none}</p>}
      <ul className={styles["parts"]}>
        {view.rules.map((rule) => (
          <li key={rule.id}>
            <div className={styles["row"]}>
              <strong lang="vi">{ruleWords(rule, text)}</strong>
              <Mark tone={stateOn(rule, view.asOf).tone}>
                {text.programmes[stateOn(rule, view.asOf).key]}
              </Mark>
              {edits && (
                <PartActions
                  programme={view.programme}
                  part="rule"
                  partId={rule.id}
                  name={ruleWords(rule, text)}
                  onChange={() => setEditing(rule)}
                />
              )}
            </div>
            <p className={styles["quiet"]} lang="vi">
              {`${rule.unit?.name ?? words.everywhere} · ${periodWords(rule, text)} · ${decisionWords(rule.decision, text)}`}
            </p>
            {rule.note !== "" && <p className={styles["flat"]}>{rule.note}</p>}
          </li>
        ))}
      </ul>
      {editing !== null && choices && (
        <RuleDialog
          programme={view.programme}
          part={editing === "new" ? null : editing}
          known={knownDecisions(view)}
          choices={choices}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
