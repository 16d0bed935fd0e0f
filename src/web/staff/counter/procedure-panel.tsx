import { Button, Collapse } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ChannelChoice } from "./channel-choice.tsx";
import { HandOverRecordChoice } from "./hand-over-record-choice.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { IntakePreviewBox } from "./intake-preview-box.tsx";
import { briefFacts, furtherFacts } from "./procedure-facts.tsx";
import styles from "./procedure-panel.module.css";
import type { Intake } from "./use-intake.ts";
import type { IntakePreview } from "./use-intake-preview.ts";

interface Props {
  readonly intake: Intake;
  readonly preview: IntakePreview;
  readonly onLeave: () => void;
  /** The page says already why it may not be taken in here. */
  readonly refusalShown: boolean;
}

/** What the procedure says, whether it may be taken in here, and until when the result is due. */
export function ProcedurePanel({ intake, preview, onLeave, refusalShown }: Props): ReactElement {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const { content, fieldName } = intake.view;
  return (
    <Panel
      id="procedure"
      title={content.name}
      actions={
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          onClick={onLeave}
          title={text.intake.chooseAnotherHint}
        >
          {text.intake.chooseAnother}
        </Button>
      }
    >
      <p className={styles["about"]}>
        <span className={styles["code"]}>{content.code}</span> · {fieldName}
        {content.mark !== "sourced" && (
          <>
            {" "}
            <Mark tone="warning" icon="warning">
              {text.lists.marks[content.mark]}
            </Mark>
          </>
        )}
      </p>
      <ChannelChoice intake={intake} />
      {!refusalShown && <HandOverRecordChoice intake={intake} />}
      <PlaceChoice intake={intake} />
      <IntakePreviewBox preview={preview} refusalShown={refusalShown} />
      <Facts facts={briefFacts(intake.view, intake.form, text)} />
      <Collapse expanded={opened}>
        <div className={styles["further"]}>
          <Facts facts={furtherFacts(intake.view, text)} />
        </div>
      </Collapse>
      <Button
        variant="transparent"
        px={0}
        size="compact-sm"
        mt="xs"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {opened ? text.intake.fewerFacts : text.intake.moreFacts}
      </Button>
    </Panel>
  );
}
