import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type DossierRow, searchDossiers } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { type CallProblem, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./rights.module.css";

interface Props {
  readonly chosen: DossierRow | null;
  readonly onChange: (chosen: DossierRow | null) => void;
  readonly problem: string | undefined;
}

/** Finds one dossier of the unit by its code. What is asked stays in the page. */
export function DossierFinder({ chosen, onChange, problem }: Props): ReactElement {
  const { mandates, common } = useText();
  const text = mandates.give;
  const search = useCodeSearch(onChange);
  return (
    <div className={styles["form"]}>
      <div className={styles["find"]}>
        <TextField
          label={text.dossier}
          hint={text.dossierHint}
          value={search.typed}
          onChange={search.type}
          problem={search.nothing ? text.dossierNone : problem}
          maxLength={100}
          required
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void search.ask();
          }}
        />
        <Button variant="default" loading={search.asking} onClick={() => void search.ask()}>
          {common.search}
        </Button>
      </div>
      {search.failed && <ProblemNotice problem={search.failed} onRetry={() => void search.ask()} />}
      {chosen && (
        <p className={styles["found"]} role="status" lang="vi">
          <strong>{chosen.code}</strong> {chosen.procedureName}
        </p>
      )}
    </div>
  );
}

function useCodeSearch(onChange: Props["onChange"]) {
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState(false);
  const [failed, setFailed] = useState<CallProblem | null>(null);

  async function ask(): Promise<void> {
    const code = tidyText(typed);
    if (code === "") return;
    setAsking(true);
    setFailed(null);
    const result = await call(searchDossiers, { query: { q: code } });
    setAsking(false);
    if (!result.ok) {
      setFailed(result.problem);
      return;
    }
    const found = result.value.dossiers.find((row) => row.code === code);
    setNothing(found === undefined);
    onChange(found ?? null);
  }

  return {
    typed,
    asking,
    nothing,
    failed,
    ask,
    type: (next: string): void => {
      setTyped(next);
      setNothing(false);
      onChange(null);
    },
  };
}
