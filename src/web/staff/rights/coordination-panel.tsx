import { readOwnCoordination } from "#contract/programmes.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { ruleWords } from "../programmes/programme-words.ts";
import { useRead } from "../use-read.ts";
import styles from "./rights.module.css";

/** When papers are handed over today, who answers questions, who stands in: nothing while no rule says so. */
export function CoordinationPanel({ unitName }: { readonly unitName: string }): ReactElement | null {
  const text = useText();
  const { rules: words } = text.programmes;
  const { data } = useRead(readOwnCoordination, {});
  if (!data || data.unitName !== unitName || data.rules.length === 0) return null;
  return (
    <Panel id="coordination" title={words.ownTitle}>
      <p className={styles["quiet"]}>{words.ownHint(unitName)}</p>
      <ul className={styles["steps"]}>
        {data.rules.map((rule) => (
          <li key={rule.id} lang="vi">
            {ruleWords(rule, text)}
            {rule.note === "" ? "" : ` (${rule.note})`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
