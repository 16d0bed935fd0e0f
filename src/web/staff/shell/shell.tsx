import type { SessionView } from "#contract/session.ts";
import { type ReactElement, type ReactNode, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { Button } from "@mantine/core";
import { Header } from "./header.tsx";
import { KeyboardHelp } from "./keyboard-help.tsx";
import styles from "./shell.module.css";
import { useLostFocus } from "./use-lost-focus.ts";

/** The header with its sections, the way past it, and the page. */
export function Shell({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: ReactNode;
}): ReactElement {
  const text = useText();
  const [helpOpened, setHelpOpened] = useState(false);
  const main = useRef<HTMLElement>(null);
  useLostFocus(main);
  useShortcut({ key: "?", outsideFields: true }, () => setHelpOpened(true));
  useShortcut({ key: "F2" }, focusSearch);
  useShortcut({ key: "/", outsideFields: true }, focusSearch);
  return (
    <div className={styles["shell"]}>
      <a
        href="#content"
        className={styles["skip"]}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text.common.skipToContent}
      </a>
      <Header session={session} onHelp={() => setHelpOpened(true)} />
      <main id="content" ref={main} tabIndex={-1} className={styles["main"]}>
        <NewVersion rulesVersion={session.rulesVersion} />
        {children}
      </main>
      <KeyboardHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </div>
  );
}

/** An old tab decides by old rules: it is told to reload, and the form stays until the person does. */
function NewVersion({ rulesVersion }: { readonly rulesVersion: string }): ReactElement | null {
  const text = useText();
  const [first] = useState(rulesVersion);
  if (first === rulesVersion) return null;
  return (
    <div className={styles["banner"]}>
      <Notice
        tone="info"
        live
        title={text.common.newVersion}
        actions={
          <Button size="compact-sm" onClick={() => location.reload()}>
            {text.common.reload}
          </Button>
        }
      />
    </div>
  );
}

/** Each page marks its search field with `data-search`. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>("input[data-search]");
  field?.focus();
  field?.select();
}
