import { Text } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import styles from "./keyboard-help.module.css";

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every shortcut of the console in one list. */
export function KeyboardHelp({ opened, onClose }: Props): ReactElement {
  const { common } = useText();
  const { keys, keyNames } = common;
  const everywhere: Rows = [
    ["?", keys.help],
    ["F2 · /", keys.search],
    [`${keyNames.arrows} · ${keyNames.enter}`, keys.list],
    ["Ctrl + Enter", keys.submit],
  ];
  const counter: Rows = [
    ["Alt + 1 … 5", keys.sections],
    ["Alt + G", keys.guidance],
    ["F4", keys.scan],
    ["Alt + Enter", keys.address],
    ["Ctrl + P", keys.print],
    [`${keyNames.escape} · ${keyNames.enter}`, keys.next],
  ];
  const queue: Rows = [
    [`${keyNames.arrows} · J K`, keys.walk],
    [keyNames.enter, keys.list],
    ["X", keys.choose],
    ["Shift + X", keys.chooseStretch],
    ["A", keys.actOnChosen],
  ];
  const confirming: Rows = [
    [`${keyNames.arrows} · J K`, keys.walk],
    [keyNames.space, keys.choose],
    ["→", keys.enterDossier],
    [keyNames.escape, keys.backToList],
    ["Ctrl + Enter", keys.confirmChosen],
  ];
  const samples: Rows = [
    [`${keyNames.arrows} · ${keyNames.enter}`, keys.openSample],
    ["Đ", keys.judgeRight],
    ["S", keys.judgeWrong],
    [keyNames.escape, keys.backToList],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={common.keyboardHelp}>
      <Text c="dimmed">{common.keyboardHelpIntro}</Text>
      <Keys title={common.keyGroups.everywhere} rows={everywhere} />
      <Keys title={common.keyGroups.counter} rows={counter} />
      <Keys title={common.keyGroups.queue} rows={queue} />
      <Keys title={common.keyGroups.confirming} rows={confirming} />
      <Keys title={common.keyGroups.samples} rows={samples} />
    </Dialog>
  );
}

type Rows = readonly (readonly [keys: string, does: string])[];

function Keys({ title, rows }: { readonly title: string; readonly rows: Rows }): ReactElement {
  return (
    <>
      <h3 className={styles["group"]}>{title}</h3>
      <dl className={styles["keys"]}>
        {rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
