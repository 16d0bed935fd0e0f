import { Button, Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { AccreditationsTab } from "./accreditations-tab.tsx";
import styles from "./people.module.css";
import { RecordTrainingDialog } from "./record-training-dialog.tsx";
import { SessionsTab } from "./sessions-tab.tsx";
import { TrainingGapsTab } from "./training-gaps-tab.tsx";

/** Training of the post's clerks: the sessions, what each clerk has, and what is missing. */
export function TrainingPage(): ReactElement {
  const { training: text } = useText();
  const [view, setView] = useState<string | null>("sessions");
  const [recording, setRecording] = useState(false);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setRecording(true)}>
          {text.record}
        </Button>
      </div>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List aria-label={text.title}>
          <Tabs.Tab value="sessions">{text.views.sessions}</Tabs.Tab>
          <Tabs.Tab value="people">{text.views.people}</Tabs.Tab>
          <Tabs.Tab value="gaps">{text.views.gaps}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sessions" pt="sm">
          <SessionsTab />
        </Tabs.Panel>
        <Tabs.Panel value="people" pt="sm">
          <AccreditationsTab />
        </Tabs.Panel>
        <Tabs.Panel value="gaps" pt="sm">
          <TrainingGapsTab />
        </Tabs.Panel>
      </Tabs>
      {recording && <RecordTrainingDialog onClose={() => setRecording(false)} />}
    </div>
  );
}
