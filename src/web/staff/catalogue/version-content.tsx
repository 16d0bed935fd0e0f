import {
  type WarningView,
  acknowledgeWarnings,
  type readReviewedVersion,
} from "#contract/catalogue-review.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { ContentPanels } from "./content-panels.tsx";
import { forgetCatalogue } from "./forget-catalogue.ts";
import { PortalRecordView } from "./portal-record-view.tsx";
import layout from "./procedure-page.module.css";
import { warningsElsewhere } from "./place-paths.ts";
import { WarningCards, type WarningDesk, WarningDeskProvider } from "./warning-cards.tsx";

export type ReviewedVersion = AnswerOf<typeof readReviewedVersion>;

interface Props {
  readonly code: string;
  readonly version: ReviewedVersion;
}

/** A version with each warning beside the place that it is about, and the original of the portal at its side. */
export function VersionContent({ code, version }: Props): ReactElement {
  const { catalogue: text } = useText();
  const act = useAct(acknowledgeWarnings);
  const open = version.warnings.filter(({ acknowledgedAt }) => acknowledgedAt === null);

  async function say(warnings: readonly WarningView[], acknowledged: boolean): Promise<void> {
    const positions = warnings.map(({ position }) => position);
    const result = await act.send({
      params: { code, versionId: version.versionId },
      body: { positions, acknowledged },
    });
    if (!result?.ok) return;
    await forgetCatalogue();
    showToast({
      text: acknowledged ? text.acknowledged : text.reopened,
      action: {
        label: acknowledged ? text.reopen : text.acknowledge,
        run: () => void say(warnings, !acknowledged),
      },
    });
  }

  const desk: WarningDesk = {
    warnings: version.warnings,
    acknowledge: (warning, acknowledged) => void say([warning], acknowledged),
    pending: act.pending,
  };
  return (
    <WarningDeskProvider value={desk}>
      <div className={layout["sides"]} data-two={version.record !== null}>
        <div className={layout["stack"]}>
          {act.problem && <ProblemNotice problem={act.problem} />}
          <Overview version={version} open={open} onAll={() => void say(open, true)} pending={act.pending} />
          <ContentPanels content={version.content} />
        </div>
        <PortalRecordView version={version} />
      </div>
    </WarningDeskProvider>
  );
}

interface OverviewProps {
  readonly version: ReviewedVersion;
  readonly open: readonly WarningView[];
  readonly onAll: () => void;
  readonly pending: boolean;
}

/** How many warnings are open, and those that belong to no one place. */
function Overview({ version, open, onAll, pending }: OverviewProps): ReactElement {
  const { catalogue: text } = useText();
  const elsewhere = warningsElsewhere(version.warnings, version.content);
  return (
    <Panel
      id="warnings"
      title={text.warningsTitle(open.length)}
      actions={
        open.length > 1 && (
          <Button size="compact-sm" variant="default" disabled={pending} onClick={onAll}>
            {text.acknowledgeAll(open.length)}
          </Button>
        )
      }
    >
      {version.warnings.length === 0 ? (
        <EmptyState icon="success" title={text.warningsNone} />
      ) : (
        <ul className={layout["lines"]}>
          {[...new Set(open.map(({ kind }) => kind))].map((kind) => (
            <li key={kind}>{text.kinds[kind].name}</li>
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <>
          <h3 className={layout["sub"]}>{text.otherWarnings}</h3>
          <WarningCards warnings={elsewhere} />
        </>
      )}
    </Panel>
  );
}
