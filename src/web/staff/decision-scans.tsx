import { addDecisionScan, listDecisionScans } from "#contract/basis.ts";
import { readMandateFile } from "#contract/files.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { EvidenceField, type KeptEvidence } from "./evidence-field.tsx";
import { queryClient } from "./query-client.ts";
import { ScanContent, ScanList, type ShownScan } from "./scan-list.tsx";
import styles from "./scan-list.module.css";
import { mayUse, useSession } from "./session/session.ts";
import { ProblemNotice } from "./shell/problem-notice.tsx";
import { useAct } from "./use-act.ts";
import { readKey, useRead } from "./use-read.ts";
import { WithdrawScanDialog } from "./withdraw-scan-dialog.tsx";

/** A file beside the mandate ledger, opened. */
export function OpenedFile({ scan }: { readonly scan: ShownScan }): ReactElement {
  return <ScanContent scan={scan} read={useRead(readMandateFile, { params: { fileId: scan.fileId } })} />;
}

/** The scans of a decision, and a field that adds one for whoever may. */
export function DecisionScans({ decisionId }: { readonly decisionId: string }): ReactElement {
  const { scans: words } = useText().programmes;
  const keeps = mayUse(useSession(), "evidence.keep");
  const [withdrawing, setWithdrawing] = useState<ShownScan | null>(null);
  const act = useAct(addDecisionScan);
  const { data, problem, reload } = useRead(listDecisionScans, { params: { decisionId } });

  async function add(file: KeptEvidence | null): Promise<void> {
    if (file === null) return;
    const result = await act.send({ params: { decisionId }, body: { fileId: file.fileId } });
    if (!result?.ok) return;
    showToast({ text: words.added });
    await queryClient.invalidateQueries({ queryKey: readKey(listDecisionScans) });
  }

  return (
    <div className={styles["box"]}>
      <p className={styles["title"]}>{words.title}</p>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={2} />}
      {data && (
        <ScanList
          scans={data.scans}
          renderOpened={(scan) => <OpenedFile scan={scan} />}
          onWithdraw={setWithdrawing}
        />
      )}
      {keeps && data && <AddScan mayAdd={data.mayAdd} onAdd={(file) => void add(file)} />}
      {act.problem && <ProblemNotice problem={act.problem} />}
      {withdrawing && (
        <WithdrawScanDialog decisionId={decisionId} scan={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </div>
  );
}

interface AddProps {
  readonly mayAdd: boolean;
  readonly onAdd: (file: KeptEvidence | null) => void;
}

/** The field that adds a scan; whoever keeps evidence, but not of this decision, reads who does. */
function AddScan({ mayAdd, onAdd }: AddProps): ReactElement {
  const { scans: words } = useText().programmes;
  if (!mayAdd) return <p className={styles["quiet"]}>{words.addOthers}</p>;
  return <EvidenceField label={words.add} value={null} onChange={onAdd} />;
}
