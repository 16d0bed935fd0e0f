import type { FindingView } from "#contract/sites.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { FindingCard, FindingList } from "./finding-list.tsx";
import { ResolveDialog } from "./resolve-dialog.tsx";
import styles from "./sites.module.css";
import { VerifyDialog } from "./verify-dialog.tsx";

interface Props {
  readonly findings: readonly FindingView[];
  readonly may: { readonly record: boolean; readonly resolve: boolean };
}

/** What surveys found: what is still to be put right first, what is closed behind a button. */
export function SiteFindings({ findings, may }: Props): ReactElement {
  const { page } = useText().sites;
  const [shown, setShown] = useState(false);
  const standing = findings.filter(({ state }) => state !== "closed");
  const closed = findings.filter(({ state }) => state === "closed");
  return (
    <Panel id="findings" title={page.findings}>
      <div className={styles["stack"]}>
        {standing.length === 0 ? (
          <p className={styles["flat"]}>{page.findingsNone}</p>
        ) : (
          <ActedFindings findings={standing} may={may} />
        )}
        {closed.length > 0 && (
          <div className={styles["stack"]}>
            <Button
              size="compact-sm"
              justify="flex-start"
              variant="subtle"
              aria-expanded={shown}
              onClick={() => setShown((now) => !now)}
            >
              {page.closed(closed.length)}
            </Button>
            {shown && <FindingList findings={closed} />}
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Findings with the one step that is next for this person. */
export function ActedFindings({ findings, may }: Props): ReactElement {
  const { finding: text } = useText().sites;
  const [acting, setActing] = useState<string | null>(null);
  const chosen = findings.find(({ id }) => id === acting);
  const onClose = () => setActing(null);
  return (
    <>
      <ul className={styles["findings"]}>
        {findings.map((finding) => {
          const step = nextStep(finding, may);
          return (
            <FindingCard key={finding.id} finding={finding}>
              {step && (
                <div>
                  <Button
                    size="compact-md"
                    variant="light"
                    aria-label={`${text[step]}: ${finding.words}`}
                    onClick={() => setActing(finding.id)}
                  >
                    {text[step]}
                  </Button>
                </div>
              )}
            </FindingCard>
          );
        })}
      </ul>
      {chosen && nextStep(chosen, may) === "resolve" && <ResolveDialog finding={chosen} onClose={onClose} />}
      {chosen && nextStep(chosen, may) === "verify" && <VerifyDialog finding={chosen} onClose={onClose} />}
    </>
  );
}

function nextStep({ state }: FindingView, may: Props["may"]): "resolve" | "verify" | null {
  if (may.resolve && (state === "open" || state === "overdue")) return "resolve";
  return may.record && state === "resolved" ? "verify" : null;
}
