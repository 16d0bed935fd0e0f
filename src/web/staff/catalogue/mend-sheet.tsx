import { Button, NativeSelect, Switch } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { DECIDING_LEVELS } from "#domain/catalogue/procedure.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./catalogue.module.css";
import { ChannelForms } from "./channel-forms.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { type MendPlace, dropMendDraft } from "./mend-draft.ts";
import form from "./mend.module.css";
import { PaperForms } from "./paper-forms.tsx";
import { placePaths, warningsElsewhere } from "./place-paths.ts";
import type { ReviewedProcedure } from "./procedure-page.tsx";
import layout from "./procedure-page.module.css";
import { PublishDialog } from "./publish-dialog.tsx";
import { type Mending, useMendForm } from "./use-mend-form.ts";
import { usePublication } from "./use-publication.ts";
import type { ReviewedVersion } from "./version-content.tsx";
import { WarningCards, WarningDeskProvider, WarningsAt } from "./warning-cards.tsx";

interface Props {
  readonly procedure: ReviewedProcedure;
  /** The version whose content is mended. */
  readonly base: ReviewedVersion;
  /** The newest version when the page was opened. */
  readonly openedOn: string;
  /** Where what is typed is kept. */
  readonly place: MendPlace;
}

/** The sheet on which a version is mended, with its warnings beside the fields. */
export function MendSheet({ procedure, base: latest, openedOn, place }: Props): ReactElement {
  // The version as it was when the page was opened: reading it again must not touch what is being typed.
  const [base] = useState(latest);
  const mending = useMendForm(base.content, place, openedOn);
  const publication = usePublication({ procedure, base, openedOn, mending, place });
  const [publishing, setPublishing] = useState(false);
  const open = base.warnings.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  return (
    <WarningDeskProvider value={{ warnings: open, acknowledge: null, pending: false }}>
      <Head procedure={procedure} base={base} openedOn={openedOn} />
      <Restored mending={mending} />
      <WarningCards warnings={warningsElsewhere(open, base.content)} />
      <ChannelForms content={base.content} mending={mending} />
      <PaperForms content={base.content} mending={mending} />
      <GeneralForm mending={mending} />
      <Bar
        mending={mending}
        code={procedure.code}
        onPublish={() => {
          publication.begin();
          setPublishing(true);
        }}
      />
      <PublishDialog publication={publication} opened={publishing} onClose={() => setPublishing(false)} />
      <LeaveGuard dirty={mending.dirty} free={publication.published} onLeave={() => dropMendDraft(place)} />
    </WarningDeskProvider>
  );
}

/** What was typed before the page was loaded again stands in the form; it may be dropped. */
function Restored({ mending }: { readonly mending: Mending }): ReactElement | null {
  const { catalogue: text } = useText();
  if (!mending.restored) return null;
  return (
    <Notice
      tone="info"
      live
      title={text.draftRestored}
      actions={
        <Button size="compact-sm" variant="light" onClick={mending.startAgain}>
          {text.draftDrop}
        </Button>
      }
    >
      {text.draftRestoredHint}
    </Notice>
  );
}

function Head({ procedure, base, openedOn }: Omit<Props, "place">): ReactElement {
  const { catalogue: text, dates } = useText();
  const restored = base.versionId !== openedOn;
  const from = procedure.versions.find(({ versionId }) => versionId === base.versionId)?.validFrom ?? "";
  return (
    <div className={layout["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/catalogue/$code" params={{ code: procedure.code }} className={layout["back"]}>
            {procedure.code}
          </Link>{" "}
          · {restored ? text.restoreTitle : text.mendTitle}
        </p>
        <h1 lang="vi">{procedure.name}</h1>
        <p className={styles["quiet"]}>
          {restored ? text.restoreIntro(dates.shortDay(from)) : text.mendIntro}
        </p>
      </div>
    </div>
  );
}

function GeneralForm({ mending: { form: values, change } }: { readonly mending: Mending }): ReactElement {
  const { catalogue: text, lists } = useText();
  return (
    <Panel id="general" title={text.facts}>
      <div className={form["general"]}>
        <div>
          <NativeSelect
            label={text.deciding}
            value={values.deciding}
            onChange={(event) => {
              const deciding = DECIDING_LEVELS.find((level) => level === event.currentTarget.value);
              if (deciding) change((now) => ({ ...now, deciding }));
            }}
            data={DECIDING_LEVELS.map((level) => ({ value: level, label: lists.deciding[level] }))}
          />
          <WarningsAt paths={placePaths.deciding()} />
        </div>
        <div>
          <Switch
            label={text.presence}
            checked={values.personalPresence}
            onChange={(event) => {
              const personalPresence = event.currentTarget.checked;
              change((now) => ({ ...now, personalPresence }));
            }}
          />
          <WarningsAt paths={placePaths.personalPresence()} />
        </div>
      </div>
    </Panel>
  );
}

interface BarProps {
  readonly mending: Mending;
  readonly code: string;
  readonly onPublish: () => void;
}

/** What is left to do before publishing, always in sight. */
function Bar({ mending, code, onPublish }: BarProps): ReactElement {
  const { catalogue: text, common } = useText();
  const left = mending.problems.size;
  return (
    <div className={form["bar"]}>
      <p className={styles["quiet"]} role="status">
        {left > 0 ? text.problemsLeft(left) : mending.dirty ? text.unsaved : ""}
      </p>
      <div className={styles["row"]}>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/catalogue/$code" params={{ code }} {...props} />}
        >
          {common.back}
        </Button>
        <Button disabled={left > 0} onClick={onPublish}>
          {text.preview}
        </Button>
      </div>
    </div>
  );
}
