import { readReorganisation } from "#contract/reorganisations.ts";
import { Button, Group } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { PlanDetails } from "./plan-details.tsx";
import { PlanFindings } from "./plan-findings.tsx";
import { PlanHistory, SuccessionTable } from "./plan-history.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import styles from "./reorganisation.module.css";
import { ApplyDialog, CancelDialog } from "./settle-dialogs.tsx";

const route = getRouteApi("/reorganisation/$reorganisationId");
export type ReorganisationView = AnswerOf<typeof readReorganisation>;

/** A reorganisation: what it would do while it waits for its day, who went on for whom once it was applied. */
export function ReorganisationPage(): ReactElement {
  const { reorganisationId } = route.useParams();
  const { reorganisation: text } = useText();
  const { data, problem, reload } = useRead(readReorganisation, { params: { reorganisationId } });
  return (
    <div className={styles["page"]}>
      <p className={styles["quiet"]}>
        <Link to="/reorganisation" className={styles["back"]}>
          {text.title}
        </Link>
      </p>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Found view={data} />}
    </div>
  );
}

function Found({ view }: { readonly view: ReorganisationView }): ReactElement {
  const { reorganisation: text, dates } = useText();
  const { decision, preview } = view;
  return (
    <>
      <div className={styles["head"]}>
        <div>
          <h1>{view.title}</h1>
        </div>
        {view.status === "planned" && <Acts view={view} />}
      </div>
      {view.status === "planned" &&
        (view.due ? (
          <Notice tone="warning" title={text.overdue}>
            {text.overdueHint}
          </Notice>
        ) : (
          <Notice tone="info" title={text.page.waiting(dates.shortDay(view.effectiveOn))} />
        ))}
      <Panel id="plan" title={text.form.basics}>
        <Facts
          facts={[
            { label: text.columns.status, value: text.statuses[view.status] },
            { label: text.columns.day, value: dates.shortDay(view.effectiveOn) },
            { label: text.columns.shape, value: text.shapes[view.shape] },
            {
              label: text.columns.decision,
              value: [
                decision.number,
                decision.title,
                decision.issuer,
                dates.shortDay(decision.issuedOn),
                decision.source,
              ]
                .filter(Boolean)
                .join(", "),
            },
          ]}
        />
      </Panel>
      {preview && (
        <>
          <PlanFindings preview={preview} />
          <PlanPicture preview={preview} />
          <PlanDetails preview={preview} />
        </>
      )}
      {view.successions.length > 0 && <SuccessionTable view={view} />}
      <PlanHistory view={view} />
    </>
  );
}

function Acts({ view }: { readonly view: ReorganisationView }): ReactElement {
  const { page } = useText().reorganisation;
  const [open, setOpen] = useState<"cancel" | "apply" | null>(null);
  const plan = { id: view.id, version: view.version, number: view.decision.number };
  const close = () => setOpen(null);
  return (
    <Group className={styles["noPrint"] ?? ""} gap="xs">
      {view.due && <Button onClick={() => setOpen("apply")}>{page.apply}</Button>}
      {!view.due && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/reorganisation/$reorganisationId/change"
              params={{ reorganisationId: view.id }}
              {...props}
            />
          )}
        >
          {page.change}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen("cancel")}>
        {page.cancel}
      </Button>
      {open === "cancel" && <CancelDialog plan={plan} onClose={close} />}
      {open === "apply" && <ApplyDialog plan={plan} onClose={close} />}
    </Group>
  );
}
