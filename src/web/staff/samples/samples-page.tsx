import { drawSamples } from "#contract/samples.ts";
import { SAMPLING } from "#domain/mandate/sampling.ts";
import { Tabs } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { JudgeTab } from "./judge-tab.tsx";
import { JudgedTab } from "./judged-tab.tsx";
import { ResultsTab } from "./results-tab.tsx";
import styles from "./samples.module.css";

/** Acts that counted at once and were drawn for a look afterwards: to judge, judged, and what came of it. */
export function SamplesPage(): ReactElement {
  const { samples: text } = useText();
  const [view, setView] = useState<string | null>("waiting");
  const drawn = useDrawn();
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro(SAMPLING.percent)}</p>
          <p className={styles["quiet"]}>{text.introHint}</p>
        </div>
      </div>
      {drawn.problem && <ProblemNotice problem={drawn.problem} onRetry={drawn.draw} />}
      {!drawn.ready && !drawn.problem && <LoadingLines lines={8} />}
      {drawn.ready && (
        <Tabs value={view} onChange={setView} keepMounted={false}>
          <Tabs.List aria-label={text.title}>
            <Tabs.Tab value="waiting">{text.views.waiting}</Tabs.Tab>
            <Tabs.Tab value="judged">{text.views.judged}</Tabs.Tab>
            <Tabs.Tab value="wrong">{text.views.wrong}</Tabs.Tab>
            <Tabs.Tab value="results">{text.views.results}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="waiting" pt="sm">
            <JudgeTab />
          </Tabs.Panel>
          <Tabs.Panel value="judged" pt="sm">
            <JudgedTab state="judged" />
          </Tabs.Panel>
          <Tabs.Panel value="wrong" pt="sm">
            <JudgedTab state="wrong" />
          </Tabs.Panel>
          <Tabs.Panel value="results" pt="sm">
            <ResultsTab />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  );
}

/** Days that are over are drawn when the page opens, should the hourly round not have come by yet. */
function useDrawn() {
  const { send, problem } = useAct(drawSamples);
  const [ready, setReady] = useState(false);
  const begun = useRef(false);
  const draw = (): void => void send({}).then((result) => setReady(result?.ok === true));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    draw();
  });
  return { ready, problem, draw };
}
