import type { Figures, ProposalView } from "#contract/figures.ts";
import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import {
  durationWords,
  errorWords,
  onTimeWords,
  ratingWords,
  receivedCount,
  receivedWords,
} from "../figure-words.ts";
import { type ComparedBy, type Order, decidedOn, placeOf, scopeOf } from "./compare-rows.ts";
import styles from "./proposals.module.css";

interface Props {
  readonly rows: readonly ProposalView[];
  readonly order: Order;
  readonly onSort: (by: ComparedBy) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (mandateId: string) => void;
}

/** Columns of figures; each is shown as it was proposed on, and below as it is today where that differs. */
export const MEASURES: readonly {
  readonly by: ComparedBy;
  readonly say: (figures: Figures, text: Words) => string;
}[] = [
  {
    by: "received",
    say: (figures, text) => `${receivedCount(figures)} (${receivedWords(figures, text)})`,
  },
  { by: "onTime", say: onTimeWords },
  { by: "median", say: ({ medianMinutes }, text) => durationWords(medianMinutes, text) },
  { by: "errors", say: errorWords },
  { by: "rating", say: ratingWords },
];

/** Columns of numbers rather than of words. */
const AT_RIGHT: readonly ComparedBy[] = ["received", "onTime", "median", "trained"];

/** Proposals side by side. */
export function CompareTable({ rows, order, onSort, chosen, onChoose }: Props): ReactElement {
  const { compare } = useText().proposals;
  const { columns } = compare;
  const sortable = (by: ComparedBy) => <SortHead by={by} order={order} onSort={onSort} />;
  return (
    <section className={styles["scroll"]} aria-label={compare.table} tabIndex={0}>
      <table className={look["table"]} aria-label={compare.table}>
        <thead>
          <tr>
            {sortable("place")}
            <th scope="col">{columns.what}</th>
            {MEASURES.map(({ by }) => (
              <SortHead key={by} by={by} order={order} onSort={onSort} />
            ))}
            {sortable("trained")}
            <th scope="col">{columns.touches}</th>
            {sortable("proposedAt")}
          </tr>
        </thead>
        <tbody>
          {rows.map((proposal) => (
            <tr key={proposal.mandate.id}>
              <th scope="row" className={styles["what"]}>
                <Chooser proposal={proposal} chosen={chosen} onChoose={onChoose} />
              </th>
              <td>
                <What proposal={proposal} />
              </td>
              {MEASURES.map(({ by, say }) => (
                <td key={by} data-number={AT_RIGHT.includes(by) ? "" : undefined}>
                  <Measure proposal={proposal} say={say} />
                </td>
              ))}
              <td data-number>{compare.trained(proposal.trained, proposal.clerks)}</td>
              <td>
                <Touches proposal={proposal} />
              </td>
              <td>
                <Proposed proposal={proposal} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SortHeadProps extends Pick<Props, "order" | "onSort"> {
  readonly by: ComparedBy;
}

function SortHead({ by, order, onSort }: SortHeadProps): ReactElement {
  const { compare } = useText().proposals;
  const name = compare.columns[by];
  const isOrder = order.by === by;
  const sorted = order.down ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={isOrder ? sorted : "none"}
      data-number={AT_RIGHT.includes(by) ? "" : undefined}
    >
      <button
        type="button"
        className={styles["sort"]}
        aria-label={compare.sortBy(name)}
        onClick={() => onSort(by)}
      >
        {name}
        <span aria-hidden="true">{isOrder ? (order.down ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

/** The same on a narrow screen. */
export function CompareCards({ rows, chosen, onChoose }: Props): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  return (
    <ul className={look["cards"]} aria-label={compare.table}>
      {rows.map((proposal) => (
        <li key={proposal.mandate.id} className={look["card"]}>
          <Chooser proposal={proposal} chosen={chosen} onChoose={onChoose} />
          <What proposal={proposal} />
          <Facts
            facts={[
              ...MEASURES.map(({ by, say }) => ({
                label: compare.columns[by],
                value: <Measure proposal={proposal} say={say} />,
              })),
              { label: compare.columns.trained, value: compare.trained(proposal.trained, proposal.clerks) },
              { label: compare.columns.touches, value: <Touches proposal={proposal} /> },
              { label: compare.columns.proposedAt, value: <Proposed proposal={proposal} /> },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChooserProps extends Pick<Props, "chosen" | "onChoose"> {
  readonly proposal: ProposalView;
}

/** The way to the proposal, and a tick where this person may decide it; otherwise the reason why not. */
function Chooser({ proposal, chosen, onChoose }: ChooserProps): ReactElement {
  const text = useText();
  const { compare } = text.proposals;
  const { mandate, refusal } = proposal;
  const place = placeOf(proposal, text);
  return (
    <div className={styles["chooser"]}>
      <Checkbox
        className={styles["noPrint"] ?? ""}
        size="md"
        checked={refusal === null && chosen.has(mandate.id)}
        disabled={refusal !== null}
        onChange={() => onChoose(mandate.id)}
        aria-label={compare.choose(place)}
      />
      <div>
        <Link
          to="/mandates/$mandateId"
          params={{ mandateId: mandate.id }}
          className={look["opener"]}
          aria-label={compare.open(place)}
          lang="vi"
        >
          {mandate.unit.name}
        </Link>
        <span className={styles["under"]} lang="vi">
          {mandate.postOffice.name}
        </span>
        {refusal !== null && <span className={styles["under"]}>{text.refusals[refusal]({}).what}</span>}
      </div>
    </div>
  );
}

function What({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const { mandate, why } = proposal;
  const { proposals, lists } = useText();
  return (
    <>
      <span lang="vi">{scopeOf(proposal)}</span>
      <span className={styles["under"]}>{mandate.tasks.map((task) => lists.tasks[task]).join(", ")}</span>
      {why !== "" && (
        <span className={styles["under"]} lang="vi">
          {proposals.compare.why(why)}
        </span>
      )}
    </>
  );
}

interface MeasureProps {
  readonly proposal: ProposalView;
  readonly say: (figures: Figures, text: Words) => string;
}

function Measure({ proposal, say }: MeasureProps): ReactElement {
  const text = useText();
  const then = say(decidedOn(proposal), text);
  const now = say(proposal.now.figures, text);
  return (
    <>
      {then}
      {then !== now && <span className={styles["under"]}>{text.proposals.compare.now(now)}</span>}
    </>
  );
}

function Touches({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const { compare } = useText().proposals;
  const { contradictions, overlaps, gaps } = proposal;
  if (contradictions + overlaps + gaps === 0) return <>{compare.touchesNone}</>;
  return (
    <div className={styles["marks"]}>
      {contradictions > 0 && (
        <Mark tone="error" icon="error">
          {compare.contradictions(contradictions)}
        </Mark>
      )}
      {overlaps > 0 && <Mark tone="info">{compare.overlaps(overlaps)}</Mark>}
      {gaps > 0 && <Mark tone="success">{compare.gaps(gaps)}</Mark>}
    </div>
  );
}

function Proposed({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const { proposals, dates } = useText();
  return (
    <span lang="vi">{proposals.compare.by(proposal.proposedBy, dates.shortMoment(proposal.proposedAt))}</span>
  );
}
