import { type DossierView, readDossier } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { type BusinessStatus, isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ConsultationsPanel } from "../linked/consultations-panel.tsx";
import { PartOfLine } from "../linked/part-of-line.tsx";
import { PartsPanel } from "../linked/parts-panel.tsx";
import { WishPanel } from "../notices/wish-panel.tsx";
import { DossierPost } from "../postal/dossier-post.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { StepsPanel } from "../steps/steps-panel.tsx";
import { standingOf } from "../turns/turn-state.ts";
import { useRead } from "../use-read.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { DossierFacts } from "./dossier-facts.tsx";
import { DossierHistory } from "./dossier-history.tsx";
import { DossierItems } from "./dossier-items.tsx";
import { DossierNotices } from "./dossier-notices.tsx";
import { DueBadge } from "./due-badge.tsx";
import { receiptLink } from "./file-link.ts";
import { PresenceLine } from "./presence-line.tsx";
import { usePresence } from "./use-presence.ts";
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
  const [doing, setDoing] = useState<Move | null>(null);
  const heard = usePresence(dossier.dossierId, dossier.version, doing);
  const steps = dossier.steps !== null && <StepsPanel dossier={dossier} steps={dossier.steps} />;
  const consultations = dossier.consultations.length > 0 && (
    <ConsultationsPanel dossier={dossier} consultations={dossier.consultations} />
  );
  // Whoever opens it to answer what was asked finds the question first.
  const asked = isAskedOf(dossier);
  // While it is worked by steps, the next thing to do stands at one of them.
  const working = dossier.statuses.business === "processing";
  return (
    <>
      <Head dossier={dossier} />
      {dossier.partOf !== null && <PartOfLine partOf={dossier.partOf} />}
      <PresenceLine heard={heard} version={dossier.version} />
      <div className={layout["columns"]}>
        <div className={layout["main"]}>
          {asked && consultations}
          {working && steps}
          <ActsPanel dossier={dossier} onOpened={setDoing} />
          {dossier.parts !== null && <PartsPanel parts={dossier.parts} />}
          {!working && steps}
          {!asked && consultations}
          <DossierItems dossier={dossier} />
          <DossierHistory dossier={dossier} />
          <DossierNotices dossier={dossier} />
        </div>
        <div className={layout["side"]}>
          <DossierFacts dossier={dossier} />
          <WishPanel dossierId={dossier.dossierId} />
          <DossierPost dossierId={dossier.dossierId} />
        </div>
      </div>
    </>
  );
}

function isAskedOf({ consultations }: DossierView): boolean {
  return consultations.some(({ acts }) => acts.some(({ act, permit }) => act === "answer" && permit.allowed));
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
          <DueBadge
            dossier={{ ...dossier, status: business }}
            standing={standingOf(dossier) !== null}
            now={now}
          />
          {dossier.deadline.supplements > 1 && (
            <Mark tone="warning" icon="warning">
              {text.turns.clock.countsLate}
            </Mark>
          )}
          {dossier.importedFrom !== null && <Mark tone="quiet">{text.dossiers.page.imported}</Mark>}
        </div>
      </div>
      {/* The slip of a dossier from another system was printed there; what was only lodged has none. */}
      {dossier.importedFrom === null && !ONLY_LODGED.includes(business) && (
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

const ONLY_LODGED: readonly BusinessStatus[] = ["lodged", "toBeSupplemented", "notReceived"];

const WAITS_FOR_OFFICER: readonly BusinessStatus[] = [
  "returnAwaitingConfirmation",
  "supplementAwaitingConfirmation",
  "withdrawalAsked",
];

function toneOf(status: BusinessStatus): "success" | "warning" | "info" {
  if (status === "finished" || status === "returned") return "success";
  return isBeforeReceipt(status) || WAITS_FOR_OFFICER.includes(status) ? "warning" : "info";
}
