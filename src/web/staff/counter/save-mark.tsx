import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Icon, type IconName } from "#web/ui/icons.tsx";
import type { SaveState } from "./draft-saver.ts";
import styles from "./submit-bar.module.css";
import type { DraftSaving } from "./use-draft-saving.ts";

/** Whether what was typed is kept on the server by now. */
export function SaveMark({ drafts }: { readonly drafts: DraftSaving }): ReactElement {
  const text = useText();
  const { state, saver } = drafts;
  const [icon, words] = saveWords(state, text);
  return (
    <span className={styles["save"]} data-bad={state.kind === "failed"} role="status">
      {words !== "" && <Icon name={icon} size={16} />}
      {words}
      {state.kind === "failed" && (
        <Button size="compact-xs" variant="light" onClick={() => void saver.flush()}>
          {text.common.retry}
        </Button>
      )}
    </span>
  );
}

function saveWords(state: SaveState, { intake, dates }: Words): readonly [IconName, string] {
  if (state.kind === "saved") return ["success", intake.draftSavedAt(dates.time(state.at))];
  const words = {
    clean: ["draft", ""],
    waiting: ["clock", intake.draftWaiting],
    saving: ["clock", intake.draftSaving],
    failed: ["warning", intake.draftFailed],
    conflict: ["warning", intake.draftFailed],
  } as const;
  return words[state.kind];
}
