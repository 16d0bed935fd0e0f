import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { type BusinessStatus, isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { DossierFacts } from "./dossier-facts.tsx";
import { DossierHistory } from "./dossier-history.tsx";
import { DossierItems } from "./dossier-items.tsx";
import { DossierNotices } from "./dossier-notices.tsx";
import { DueBadge } from "./due-badge.tsx";
import { receiptLink } from "./file-link.ts";
import styles from "./page.module.css";
import layout from "./dossier-page.module.css";
import { useNow } from "./use-now.ts";

const route = getRouteApi("/dossiers/$dossierId");

/** One dossier: what it is, what this person may do with it, and all that was done. */
export function DossierPage(): ReactElement {
  const { dossierId } = route.useParams();
  const { data, problem, reload } = useRead(readDossier, { params: { dossierId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Dossier key={dossierId} dossier={data} />}
      {!data && !problem && <LoadingLines lines={10} />}
    </div>
  );
}

function Dossier({ dossier }: { readonly dossier: DossierView }): ReactElement {
  return (
    <>
      <Head dossier={dossier} />
      <div className={layout["columns"]}>
        <div className={layout["main"]}>
          <ActsPanel dossier={dossier} />
          <DossierItems dossier={dossier} />
          <DossierHistory dossier={dossier} />
          <DossierNotices dossier={dossier} />
        </div>
        <div className={layout["side"]}>
          <DossierFacts dossier={dossier} />
        </div>
      </div>
    </>
  );
}

function Head({ dossier }: { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const now = useNow();
  const { business } = dossier.statuses;
  const print = isBeforeReceipt(business) ? text.dossiers.page.printWaiting : text.dossiers.page.print;
  return (
    <div className={styles["head"]}>
      <div>
        <h1 className={layout["code"]}>{dossier.code}</h1>
        <p className={layout["procedure"]} lang="vi">
          {dossier.procedureName}
        </p>
        <div className={styles["row"]}>
          <Mark tone={toneOf(business)}>{text.lists.businessStatuses[business].plain}</Mark>
          <DueBadge dossier={{ ...dossier, status: business }} now={now} />
          {dossier.importedFrom !== null && <Mark tone="quiet">{text.dossiers.page.imported}</Mark>}
        </div>
      </div>
      {/* The slip of a dossier from another system was printed there. */}
      {dossier.importedFrom === null && (
        <Button
          component="a"
          href={receiptLink(dossier.dossierId)}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<Icon name="print" size={18} />}
          aria-label={`${print}, ${text.dossiers.page.printNewTab}`}
        >
          {print}
        </Button>
      )}
    </div>
  );
}

function toneOf(status: BusinessStatus): "success" | "warning" | "info" {
  if (status === "finished" || status === "returned") return "success";
  return isBeforeReceipt(status) || status === "returnAwaitingConfirmation" ? "warning" : "info";
}
