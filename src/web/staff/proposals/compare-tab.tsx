import { listProposals } from "#contract/figures.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { CompareCards, CompareTable } from "./compare-list.tsx";
import { COMPARED, type ComparedBy, type Order, comparedCsv, comparedRows } from "./compare-rows.ts";
import styles from "./proposals.module.css";
import { saveText } from "./save-text.ts";
import type { Verdict } from "./use-decisions.ts";

/** Every proposal that waits, side by side; several are decided by one decision, each by an act of its own. */
export function CompareTab(): ReactElement {
  const { compare } = useText().proposals;
  const list = useAllProposals();
  const [find, setFind] = useState("");
  const [order, setOrder] = useState<Order>({ by: "proposedAt", down: false });
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (list.proposals === undefined) return <LoadingLines lines={8} />;
  if (list.proposals.length === 0)
    return <EmptyState icon="success" title={compare.none} hint={compare.noneHint} />;
  const rows = comparedRows(list.proposals, find, order);
  return (
    <div className={styles["stack"]}>
      <div className={styles["tools"]}>
        <TextField label={compare.find} value={find} onChange={setFind} maxLength={200} />
        <Sorting order={order} onOrder={setOrder} />
        <Export rows={rows} />
      </div>
      <p className={styles["quiet"]} role="status">
        {compare.shown(rows.length)}
      </p>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={compare.noneFound} />
      ) : (
        <Choosing rows={rows} order={order} onOrder={setOrder} />
      )}
    </div>
  );
}

/** All pages: what is compared leaves nothing out. */
function useAllProposals() {
  const list = usePages({
    key: readKey(listProposals),
    read: (after) => call(listProposals, { query: after === null ? {} : { after } }),
  });
  const { hasMore, loadingMore, loadMore, problem } = list;
  useEffect(() => {
    if (hasMore && !loadingMore && problem === null) loadMore();
  }, [hasMore, loadingMore, loadMore, problem]);
  const proposals = list.hasMore ? undefined : list.pages?.flatMap((page) => page.proposals);
  return { ...list, proposals };
}

type Rows = ReturnType<typeof comparedRows>;

interface SortingProps {
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

function Sorting({ order, onOrder }: SortingProps): ReactElement {
  const { compare } = useText().proposals;
  return (
    <NativeSelect
      label={compare.sort}
      value={order.by}
      onChange={(event) => {
        const by = COMPARED.find((one) => one === event.currentTarget.value);
        if (by) onOrder(orderedBy(by));
      }}
      data={COMPARED.map((by) => ({ value: by, label: compare.columns[by] }))}
    />
  );
}

/** Names and moments go up, figures begin with the greatest. */
function orderedBy(by: ComparedBy): Order {
  return { by, down: by !== "place" && by !== "proposedAt" };
}

function Export({ rows }: { readonly rows: Rows }): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  return (
    <div className={styles["export"]}>
      <Button
        variant="default"
        leftSection={<Icon name="file" size={16} />}
        onClick={() => saveText(`${compare.csvName}.csv`, "text/csv;charset=utf-8", comparedCsv(rows, text))}
      >
        {compare.csv}
      </Button>
      <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
        {compare.print}
      </Button>
    </div>
  );
}

function Choosing({ rows, order, onOrder }: SortingProps & { readonly rows: Rows }): ReactElement {
  const { compare } = useText().proposals;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<{ verdict: Verdict; rows: Rows } | null>(null);
  const wide = useMediaQuery("(min-width: 66em)", true, { getInitialValueInEffect: false });
  const List = wide ? CompareTable : CompareCards;
  const picked = rows.filter(({ mandate, refusal }) => refusal === null && chosen.has(mandate.id));
  return (
    <>
      <List
        rows={rows}
        order={order}
        onSort={(by) => onOrder(order.by === by ? { by, down: !order.down } : orderedBy(by))}
        chosen={chosen}
        onChoose={(id) =>
          setChosen(
            chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]),
          )
        }
      />
      {picked.length > 0 && (
        <div className={styles["bar"]}>
          <span role="status">{compare.chosen(picked.length)}</span>
          <div className={styles["row"]}>
            <Button onClick={() => setDeciding({ verdict: "approve", rows: picked })}>
              {compare.approve}
            </Button>
            <Button variant="default" onClick={() => setDeciding({ verdict: "refuse", rows: picked })}>
              {compare.refuse}
            </Button>
          </div>
        </div>
      )}
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => {
            setDeciding(null);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}
