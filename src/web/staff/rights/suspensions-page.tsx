import { type SuspensionView, listSuspensions } from "#contract/assignments.ts";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { LiftDialog } from "./lift-dialog.tsx";
import styles from "./rights.module.css";
import { SuspendDialog } from "./suspend-dialog.tsx";
import { SuspensionCards, SuspensionTable } from "./suspension-list.tsx";

/** What is stopped now and what was, with the way to stop and to lift. */
export function SuspensionsPage(): ReactElement {
  const { suspensions: text } = useText().mandates;
  const { data, problem, reload } = useRead(listSuspensions, {});
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
        <Button leftSection={<Icon name="warning" size={16} />} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={6} />}
      {data && <Found suspensions={data.suspensions} />}
      {adding && <SuspendDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Found({ suspensions }: { readonly suspensions: readonly SuspensionView[] }): ReactElement {
  const { suspensions: text } = useText().mandates;
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  const [lifting, setLifting] = useState<SuspensionView | null>(null);
  if (suspensions.length === 0) return <EmptyState icon="success" title={text.none} hint={text.noneHint} />;
  const List = wide ? SuspensionTable : SuspensionCards;
  return (
    <>
      <List suspensions={suspensions} onLift={setLifting} />
      {lifting && <LiftDialog suspension={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}
