import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { DossierList } from "./dossier-list.tsx";
import styles from "./page.module.css";
import { scannedCode } from "./scanned-code.ts";
import { type DossierSearch, useDossierSearch } from "./use-dossier-search.ts";

const LENGTH_MIN = 2;

/** Finds dossiers by code, which opens at once, or by the applicant's name. Nothing asked stands in the address. */
export function SearchPage(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const dossiers = useDossierSearch();
  const [query, setQuery] = useState("");
  const [tooShort, setTooShort] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = scannedCode(query);
    const asked = code ?? tidyText(query);
    setTooShort(asked.length < LENGTH_MIN);
    if (asked.length < LENGTH_MIN) return;
    const found = await dossiers.search(asked);
    const only = found?.rows.find((row) => row.code === code);
    if (only) await navigate({ to: "/dossiers/$dossierId", params: { dossierId: only.dossierId } });
  }

  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{text.dossiers.search.title}</h1>
      </div>
      <form role="search" className={styles["find"]} onSubmit={(event) => void submit(event)}>
        <TextField
          label={text.dossiers.search.label}
          hint={text.dossiers.search.hint}
          problem={tooShort ? text.dossiers.search.tooShort : undefined}
          value={query}
          onChange={setQuery}
          maxLength={200}
          autoFocus
          data-search
          leftSection={<Icon name="scan" size={18} />}
        />
        <Button type="submit" loading={dossiers.searching}>
          {text.dossiers.search.submit}
        </Button>
      </form>
      {dossiers.problem && <ProblemNotice problem={dossiers.problem} onRetry={() => void dossiers.retry()} />}
      <Results dossiers={dossiers} />
    </div>
  );
}

function Results({ dossiers }: { readonly dossiers: DossierSearch }): ReactElement | null {
  const text = useText();
  const { found } = dossiers;
  if (found === null) return null;
  if (found.rows.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={text.dossiers.search.none(found.query)}
        hint={text.dossiers.search.noneHint}
      />
    );
  }
  const say = found.next === null ? text.dossiers.search.found : text.dossiers.search.foundMore;
  return (
    <>
      <p className={styles["quiet"]} role="status">
        {say(found.rows.length)}
      </p>
      <DossierList label={text.dossiers.search.results} rows={found.rows} />
      {found.next !== null && (
        <Button variant="default" loading={dossiers.searching} onClick={() => void dossiers.more()}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}
