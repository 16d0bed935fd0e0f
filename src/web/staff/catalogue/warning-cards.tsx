import type { WarningView } from "#contract/catalogue-review.ts";
import { Button } from "@mantine/core";
import { createContext, type ReactElement, useContext } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import layout from "./procedure-page.module.css";
import { warningsAt } from "./place-paths.ts";

/** The warnings of the version on the screen, and what may be said of them here. */
export interface WarningDesk {
  readonly warnings: readonly WarningView[];
  /** Null where one only reads them. */
  readonly acknowledge: ((warning: WarningView, acknowledged: boolean) => void) | null;
  readonly pending: boolean;
}

const Desk = createContext<WarningDesk>({ warnings: [], acknowledge: null, pending: false });

export const WarningDeskProvider = Desk.Provider;

/** The warnings that point at a place, beside it. */
export function WarningsAt({ paths }: { readonly paths: readonly string[] }): ReactElement | null {
  const { warnings } = useContext(Desk);
  const here = warningsAt(warnings, paths);
  return here.length === 0 ? null : <WarningCards warnings={here} />;
}

export function WarningCards({ warnings }: { readonly warnings: readonly WarningView[] }): ReactElement {
  return (
    <>
      {warnings.map((warning) => (
        <WarningCard key={warning.position} warning={warning} />
      ))}
    </>
  );
}

function WarningCard({ warning }: { readonly warning: WarningView }): ReactElement {
  const { catalogue: text, dates } = useText();
  const { acknowledge, pending } = useContext(Desk);
  const { kind, words, acknowledgedAt, acknowledgedBy } = warning;
  const settled = acknowledgedAt !== null;
  return (
    <div className={layout["warning"]} data-settled={settled}>
      <p className={layout["warningName"]}>
        <Icon name={settled ? "success" : "warning"} size={16} />
        {text.kinds[kind].name}
      </p>
      {!settled && <p>{text.kinds[kind].means}</p>}
      {words !== "" && (
        <p className={layout["words"]} lang="vi">
          {text.sourceWords}: “{words}”
        </p>
      )}
      <div className={layout["warningFoot"]}>
        {settled && (
          <span className={layout["small"]}>
            {text.acknowledgedBy(acknowledgedBy ?? "", dates.shortMoment(acknowledgedAt))}
          </span>
        )}
        {acknowledge && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={pending}
            onClick={() => acknowledge(warning, !settled)}
          >
            {settled ? text.reopen : text.acknowledge}
          </Button>
        )}
      </div>
    </div>
  );
}
