import { type HolderRef, findThings, listHoldings } from "#contract/custody.ts";
import { takeStock } from "#contract/custody-places.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { type AnswerOf, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetPapers } from "./forget-papers.ts";
import { refOf } from "./holder-link.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ScanField } from "./scan-field.tsx";
import { ScannedCodes } from "./scanned-codes.tsx";
import { addScan, keepScans, keptScans } from "./stock-draft.ts";
import { StockEarlier } from "./stock-earlier.tsx";
import { StockResult } from "./stock-result.tsx";
import { holderWords } from "./thing-row.tsx";

/** Kiểm kê: one holder that this person answers for is counted by scanning, compared, and kept. */
export function StockPage(): ReactElement {
  const { papers: text } = useText();
  const read = useRead(listHoldings, { query: {} });
  const [chosen, setChosen] = useState("");
  const options = (read.data?.holders ?? []).flatMap(({ holder, things, own }) => {
    const ref = refOf(holder);
    if (!ref || !own) return [];
    const label = text.stockHolder(holderWords(holder, text.citizen), things);
    return [{ ref, value: `${ref.kind}:${ref.id}`, label }];
  });
  const place = options.find(({ value }) => value === chosen);
  /** By the label on the shelf. */
  async function scanPlace(code: string): Promise<string> {
    const found = await call(findThings, { query: { q: code } });
    if (!found.ok) return text.scanLost;
    const meant = options.find(({ value }) => value === `place:${found.value.placeId}`);
    if (!meant) return text.stockNoPlace(code);
    setChosen(meant.value);
    return meant.label;
  }
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.stock} intro={text.stockIntro} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={4} />}
      {read.data && (
        <NativeSelect
          className={`${styles["narrow"]} no-print`}
          label={text.stockWhere}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: "", label: text.stockChoose },
            ...options.map(({ value, label }) => ({ value, label })),
          ]}
        />
      )}
      {read.data && !place && <ScanField label={text.stockScanPlace} onScan={scanPlace} />}
      {place && <Count key={place.value} holder={place.ref} label={place.label} />}
      <div className="no-print">
        <StockEarlier />
      </div>
    </div>
  );
}

/** What was scanned at one place so far, and what the ledger says to it. */
function Count({ holder, label }: { readonly holder: HolderRef; readonly label: string }): ReactElement {
  const { papers: text } = useText();
  const navigate = useNavigate();
  const [scans, setScans] = useState(() => keptScans(holder));
  const [result, setResult] = useState<AnswerOf<typeof takeStock> | null>(null);
  const compare = useAct(takeStock);
  const keep = useAct(takeStock);
  const take = (next: readonly string[]) => {
    keepScans(holder, next);
    setScans(next);
    // It was said of other scans.
    setResult(null);
  };
  function scan(code: string): string {
    const added = addScan(scans, code);
    if (added.outcome === "again") return text.twice(code);
    if (added.outcome === "full") return text.stockFull(code);
    take(added.scans);
    return text.stockTaken(code, added.scans.length);
  }
  function undo(code: string): void {
    take(scans.filter((one) => one !== code));
    announce(text.stockUndone(code));
  }
  async function tryOut(): Promise<void> {
    const answer = await compare.send({ body: { holder, scanned: [...scans], trial: true } });
    if (answer?.ok) setResult(answer.value);
  }
  async function keepCount(): Promise<void> {
    const answer = await keep.send({ body: { holder, scanned: [...scans] } });
    if (!answer?.ok) return;
    const { stockTakeId, missing, elsewhere } = answer.value;
    take([]);
    showToast({ text: text.stockKept(missing.length + elsewhere.length) });
    await forgetPapers();
    // What was kept is what is printed and signed.
    if (stockTakeId !== null)
      await navigate({ to: "/papers/stock-takes/$stockTakeId", params: { stockTakeId } });
  }
  const problem = compare.problem ?? keep.problem;
  const busy = compare.pending || keep.pending;
  return (
    // While an answer is on its way no scan may slip between what is counted and what is kept.
    <fieldset className={styles["count"]} disabled={busy}>
      <div className={`${styles["count"]} no-print`}>
        <ScanField label={text.stockScan} onScan={scan} />
        {scans.length === 0 ? (
          <EmptyState icon="search" title={text.stockNothing} hint={text.stockNothingHint} />
        ) : (
          <ScannedCodes title={text.stockScanned(scans.length)} codes={scans} onDrop={undo} />
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <div className={`${styles["acts"]} no-print`}>
        <Button variant="default" loading={compare.pending} onClick={() => void tryOut()}>
          {text.stockCompare}
        </Button>
        {result && (
          <Button loading={keep.pending} onClick={() => void keepCount()}>
            {text.stockKeep}
          </Button>
        )}
      </div>
      {/* What is not kept is no record, also for whoever prints the page all the same. */}
      {result && <StockResult result={result} record={text.stockTrial(label)} isTrial />}
    </fieldset>
  );
}
