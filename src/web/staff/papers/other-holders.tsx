import type { listHoldings } from "#contract/custody.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { AnswerOf } from "../api.ts";
import { HolderLink } from "./holder-link.tsx";
import styles from "./papers.module.css";
import { holderWords } from "./thing-row.tsx";

interface Props {
  readonly holders: AnswerOf<typeof listHoldings>["holders"];
}

/** For a head or an approver: who else of the unit has something, with how much. */
export function OtherHolders({ holders }: Props): ReactElement | null {
  const { papers: text } = useText();
  const others = holders.filter(({ own }) => !own);
  if (others.length === 0) return null;
  return (
    <section className={styles["group"]}>
      <h2>{text.elsewhere}</h2>
      <p className={styles["quiet"]}>{text.elsewhereIntro}</p>
      <ul className={styles["list"]}>
        {others.map(({ holder, things }) => (
          <li key={`${holder.kind}:${holder.id}`} className={styles["line"]} lang="vi">
            <HolderLink holder={holder}>{holderWords(holder, text.citizen)}</HolderLink>
            <span className={styles["quiet"]}>{text.holding(things)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
