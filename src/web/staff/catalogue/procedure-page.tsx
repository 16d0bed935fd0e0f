import { readReviewedProcedure, readReviewedVersion } from "#contract/catalogue-review.ts";
import { Button, Tabs } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./catalogue.module.css";
import { CompareVersions } from "./compare-versions.tsx";
import layout from "./procedure-page.module.css";
import { VersionContent } from "./version-content.tsx";
import { VersionTimeline } from "./version-timeline.tsx";

const route = getRouteApi("/catalogue/$code");

export type ReviewedProcedure = AnswerOf<typeof readReviewedProcedure>;

/** One procedure: its versions, what is to be looked at in one of them, and how two of them differ. */
export function ProcedurePage(): ReactElement {
  const { code } = route.useParams();
  const { data, problem, reload } = useRead(readReviewedProcedure, { params: { code } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Procedure key={code} procedure={data} />}
      {!data && !problem && <LoadingLines lines={10} />}
    </div>
  );
}

function Procedure({ procedure }: { readonly procedure: ReviewedProcedure }): ReactElement {
  const text = useText().catalogue;
  const [picked, setPicked] = useState<string | null>(null);
  const known = procedure.versions.some(({ versionId }) => versionId === picked);
  const versionId = picked !== null && known ? picked : procedure.newestId;
  return (
    <>
      <Head procedure={procedure} versionId={versionId} />
      <div className={layout["columns"]}>
        <VersionTimeline procedure={procedure} chosen={versionId} onChoose={setPicked} />
        <Tabs defaultValue="content" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="content">{text.views.content}</Tabs.Tab>
            <Tabs.Tab value="changes">{text.views.changes}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="content" pt="sm">
            <ChosenVersion code={procedure.code} versionId={versionId} />
          </Tabs.Panel>
          <Tabs.Panel value="changes" pt="sm">
            <CompareVersions key={versionId} procedure={procedure} newerId={versionId} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </>
  );
}

interface HeadProps {
  readonly procedure: ReviewedProcedure;
  readonly versionId: string;
}

function Head({ procedure, versionId }: HeadProps): ReactElement {
  const { catalogue: text, steps } = useText();
  const { code, name, fieldName } = procedure;
  return (
    <div className={layout["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/catalogue" className={layout["back"]}>
            {text.back}
          </Link>
        </p>
        <h1 lang="vi">{name}</h1>
        <p className={styles["quiet"]} lang="vi">
          {code} · {fieldName}
        </p>
      </div>
      <div className={styles["row"]}>
        <Button
          renderRoot={(props) => (
            <Link to="/internal-procedures/$versionId" params={{ versionId }} {...props} />
          )}
          variant="default"
          leftSection={<Icon name="plan" size={18} />}
        >
          {steps.page.fromCatalogue}
        </Button>
        <Button
          renderRoot={(props) => <Link to="/catalogue/$code/mend" params={{ code }} {...props} />}
          leftSection={<Icon name="pen" size={18} />}
        >
          {text.mend}
        </Button>
      </div>
    </div>
  );
}

function ChosenVersion({
  code,
  versionId,
}: {
  readonly code: string;
  readonly versionId: string;
}): ReactElement {
  const { data, problem, reload } = useRead(readReviewedVersion, { params: { code, versionId } });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={12} />;
  return <VersionContent key={versionId} code={code} version={data} />;
}
