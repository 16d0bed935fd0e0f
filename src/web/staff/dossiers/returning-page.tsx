import type { DossierRow } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { DossierList } from "./dossier-list.tsx";
import styles from "./page.module.css";
import { ReturnDesk } from "./return-desk.tsx";
import { scannedCode } from "./scanned-code.ts";
import { useDossierSearch } from "./use-dossier-search.ts";
import { useQueue } from "./use-queue.ts";

/** Gives results back at the counter: scan the slip, compare, let sign. */
export function ReturningPage(): ReactElement {
  const text = useText();
  const [dossierId, setDossierId] = useState<string | null>(null);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{text.dossiers.returning.title}</h1>
      </div>
      {dossierId === null ? (
        <FindDossier onFound={(row) => setDossierId(row.dossierId)} />
      ) : (
        <ReturnDesk key={dossierId} dossierId={dossierId} onLeave={() => setDossierId(null)} />
      )}
    </div>
  );
}

function FindDossier({ onFound }: { readonly onFound: (row: DossierRow) => void }): ReactElement {
  const { returning } = useText().dossiers;
  const dossiers = useDossierSearch();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = scannedCode(typed);
    setWrong(code === null ? returning.notCode : undefined);
    if (code === null) return;
    const found = await dossiers.search(code);
    const row = found?.rows.find((one) => one.code === code);
    if (row) onFound(row);
    else if (found) setWrong(returning.none(code));
  }

  return (
    <>
      <form role="search" className={styles["find"]} onSubmit={(event) => void submit(event)}>
        <TextField
          label={returning.find}
          hint={returning.findHint}
          problem={wrong}
          value={typed}
          onChange={setTyped}
          maxLength={500}
          autoFocus
          data-search
          leftSection={<Icon name="scan" size={18} />}
        />
        <Button type="submit" loading={dossiers.searching}>
          {returning.findSubmit}
        </Button>
      </form>
      {dossiers.problem && <ProblemNotice problem={dossiers.problem} />}
      <Waiting onOpen={onFound} />
    </>
  );
}

/** Who has no slip at hand is found in the list of what waits. */
function Waiting({ onOpen }: { readonly onOpen: (row: DossierRow) => void }): ReactElement {
  const text = useText();
  const queue = useQueue("returning");
  return (
    <Panel id="waiting" title={text.dossiers.returning.waiting}>
      {queue.problem && <ProblemNotice problem={queue.problem} onRetry={queue.reload} />}
      {queue.open === undefined && queue.problem === null && <LoadingLines />}
      {queue.open === 0 && <EmptyState icon="success" title={text.dossiers.queue.empty.returning} />}
      {queue.rows.length > 0 && (
        <DossierList label={text.dossiers.returning.waiting} rows={queue.rows} onOpen={onOpen} />
      )}
      {queue.hasMore && (
        <Button mt="sm" variant="default" loading={queue.loadingMore} onClick={queue.loadMore}>
          {text.common.more}
        </Button>
      )}
    </Panel>
  );
}
