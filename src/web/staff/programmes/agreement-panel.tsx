import type { AgreementView } from "#contract/programmes.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { OpenedFile } from "../decision-scans.tsx";
import { ScanList } from "../scan-list.tsx";
import { AgreementDialog } from "./agreement-dialog.tsx";
import { type PanelProps, PartActions } from "./part-actions.tsx";
import { periodWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";

/** Agreements between agencies and the post, each with its scan. */
export function AgreementPanel({ view, edits, choices }: PanelProps): ReactElement {
  const { agreements: words } = useText().programmes;
  const [editing, setEditing] = useState<AgreementView | "new" | null>(null);
  return (
    <Panel
      id="agreements"
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
      {view.agreements.length === 0 && <p className={styles["quiet"]}>{words.none}</p>}
      <ul className={styles["parts"]}>
        {view.agreements.map((agreement) => (
          <Agreement
            key={agreement.id}
            agreement={agreement}
            view={view}
            edits={edits}
            onChange={() => setEditing(agreement)}
          />
        ))}
      </ul>
      {editing !== null && choices && (
        <AgreementDialog
          programme={view.programme}
          part={editing === "new" ? null : editing}
          known={[]}
          choices={choices}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

interface Props extends Omit<PanelProps, "choices"> {
  readonly agreement: AgreementView;
  readonly onChange: () => void;
}

function Agreement({ agreement, view, edits, onChange }: Props): ReactElement {
  const text = useText();
  const words = text.programmes.agreements;
  const state = stateOn(agreement, view.asOf);
  const name = words.line(agreement.number, text.dates.shortDay(agreement.signedOn));
  return (
    <li>
      <div className={styles["row"]}>
        <strong>{name}</strong>
        <Mark tone={state.tone}>{text.programmes[state.key]}</Mark>
        {edits && (
          <PartActions
            programme={view.programme}
            part="agreement"
            partId={agreement.id}
            name={name}
            onChange={onChange}
          />
        )}
      </div>
      <p className={styles["flat"]} lang="vi">
        {words.between(agreement.agencyWords, agreement.postWords)}
      </p>
      <p className={styles["quiet"]}>{periodWords(agreement, text)}</p>
      {agreement.content !== "" && (
        <p className={styles["lines"]} lang="vi">
          {agreement.content}
        </p>
      )}
      {agreement.scan && (
        <ScanList scans={[agreement.scan]} renderOpened={(scan) => <OpenedFile scan={scan} />} />
      )}
    </li>
  );
}
