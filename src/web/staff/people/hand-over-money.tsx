import type { CountView, HandOverView } from "#contract/hand-overs.ts";
import { takeHandOver } from "#contract/hand-overs.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { CountDialog } from "./count-dialog.tsx";
import styles from "./people.module.css";
import { inDong } from "./read-dong.ts";
import { forgetHandOvers } from "./use-hand-overs.ts";

interface Props {
  readonly record: HandOverView;
}

/** The cash of a hand-over: what the slips say, and each count with how far it is from them. */
export function HandOverMoney({ record }: Props): ReactElement {
  const { handOvers } = useText();
  const { money: text } = handOvers;
  const [counting, setCounting] = useState(false);
  const { counts, may } = record;
  return (
    <section className={styles["stack"]}>
      <h2>{text.title}</h2>
      <p className={styles["flat"]}>{record.cashAlone ? text.alone : <SlipFees record={record} />}</p>
      {counts.length === 0 && <p className={styles["flat"]}>{text.none}</p>}
      <ol className={styles["lines"]}>
        {counts.map((count) => (
          <Count key={count.seq} count={count} compared={!record.cashAlone} unfixed={record.fees.unfixed} />
        ))}
      </ol>
      {!record.cashAlone && counts.some(({ difference }) => difference !== 0) && (
        <p className={styles["quiet"]}>{text.nobodysDebt}</p>
      )}
      {may.count && (
        <div className="no-print">
          <Button variant={counts.length === 0 ? "filled" : "default"} onClick={() => setCounting(true)}>
            {counts.length === 0 ? text.count : text.recount}
          </Button>
        </div>
      )}
      {counting && <CountDialog record={record} onClose={() => setCounting(false)} />}
    </section>
  );
}

/** What the slips come to, and that nothing says it was collected. */
function SlipFees({ record: { fees } }: Props): ReactElement {
  const { fees: text } = useText().handOvers;
  const unfixed = fees.unfixed > 0 ? `, ${text.unfixed(fees.unfixed)}` : "";
  return <>{`${text.sum(inDong(fees.sum))}${unfixed}. ${text.meaning}`}</>;
}

interface CountProps {
  readonly count: CountView;
  /** There are slips whose sum it can be held against. */
  readonly compared: boolean;
  /** Slips whose fee nobody has fixed yet: cash for them is in no sum. */
  readonly unfixed: number;
}

function Count({ count, compared, unfixed }: CountProps): ReactElement {
  const { handOvers, dates } = useText();
  const { money: text } = handOvers;
  const { difference } = count;
  const apart = inDong(Math.abs(difference));
  const same = unfixed > 0 ? text.sameSoFar(unfixed) : text.same;
  const against = difference === 0 ? same : difference > 0 ? text.more(apart) : text.less(apart);
  return (
    <li>
      <p>
        {count.reason === null ? text.first : <span lang="vi">{text.again(count.seq, count.reason)}</span>}
      </p>
      <p>
        <strong>
          {text.counted}: {inDong(count.amount)}
        </strong>
        {compared && `, ${against}`}
      </p>
      <p className={styles["quiet"]} lang="vi">
        {text.by(count.by, count.witness, dates.shortMoment(count.at))}
      </p>
    </li>
  );
}

/** Who has said that it came, who still has to, and the button for whom it waits. */
export function HandOverTaking({ record }: Props): ReactElement {
  const { handOvers, dates } = useText();
  const { taking: text } = handOvers;
  const act = useAct(takeHandOver);
  const { awaited, counts, takings, may, handOverId } = record;
  const mustCount = (record.papers > 0 || record.cashAlone) && counts.length === 0;
  const all = takings.length === 0 ? text.notNeeded : text.all;

  async function take(): Promise<void> {
    const result = await act.send({ params: { handOverId }, body: { seen: counts.length } });
    if (!result?.ok) return;
    showToast({ text: text.done });
    await forgetHandOvers();
  }

  return (
    <section className={styles["stack"]}>
      <h2>{text.title}</h2>
      <ul className={styles["lines"]}>
        {takings.map((one) => (
          <li key={`${one.unit ?? ""}${one.count ?? 0}`} lang="vi">
            {text.line(one.by, one.unit ?? "", dates.shortMoment(one.at))}{" "}
            {(one.count ?? 0) < counts.length && text.old}
          </li>
        ))}
      </ul>
      <p className={styles["flat"]}>{awaited.length === 0 ? all : text.awaited(awaited.join(", "))}</p>
      {act.problem && <ProblemNotice problem={act.problem} />}
      {may.take && (
        <div className="no-print">
          <Button loading={act.pending} disabled={mustCount} onClick={() => void take()}>
            {text.take}
          </Button>
          <p className={styles["quiet"]}>{mustCount ? text.countFirst : text.ask}</p>
        </div>
      )}
    </section>
  );
}
