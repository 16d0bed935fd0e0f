import type { PresenceView } from "#contract/presence.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { forgetDossiers } from "./forget-dossiers.ts";
import styles from "./page.module.css";

interface Props {
  readonly heard: PresenceView | null;
  /** The version that the page shows. */
  readonly version: number;
}

/** Who else has the dossier open, and that it changed while it was open here: what is typed stays where it is. */
export function PresenceLine({ heard, version }: Props): ReactElement | null {
  const text = useText();
  if (heard === null) return null;
  const newer = heard.meanwhile.filter(({ seq }) => seq > version);
  return (
    <div className="no-print">
      {heard.others.length > 0 && (
        <p className={`${styles["row"]} ${styles["others"]}`} role="status">
          <Icon name="person" size={18} />
          {text.work.presence.others(heard.others.map((one) => colleague(one, text)).join("; "))}
        </p>
      )}
      {newer.length > 0 && (
        <Notice
          tone="warning"
          live
          title={text.work.presence.changed}
          actions={
            <Button size="compact-md" onClick={() => void forgetDossiers()}>
              {text.work.presence.reload}
            </Button>
          }
        >
          <MeanwhileActs acts={newer} />
          {text.work.presence.kept}
        </Notice>
      )}
    </div>
  );
}

/** What others did, an act a line. */
export function MeanwhileActs({ acts }: { readonly acts: PresenceView["meanwhile"] }): ReactElement {
  const text = useText();
  return (
    <ul className={styles["meanwhile"]}>
      {acts.map(({ seq, type, actor, at }) => (
        <li key={seq}>{text.work.presence.act(actor, eventName(type, text), text.dates.time(at))}</li>
      ))}
    </ul>
  );
}

function colleague(
  { name, since, doing }: PresenceView["others"][number],
  { work, lists, dates }: Words,
): string {
  return doing === null
    ? work.presence.one(name, dates.time(since))
    : work.presence.doing(name, dates.time(since), lists.moves[doing]);
}

/** A type that a newer program wrote is shown by its name rather than left out. */
function eventName(type: string, { lists }: Words): string {
  const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
  return known === undefined ? type : lists.events[known];
}
