import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import type { CardScan } from "./use-card-scan.ts";

interface Props {
  readonly label: string;
  /** What happens with a scan, when it is not the filling of one person. */
  readonly hint?: string;
  readonly scan: CardScan;
  /** Whether F4 leads here. */
  readonly shortcut?: boolean;
  /** Whether the cursor stands here when the form begins. */
  readonly autoFocus?: boolean;
}

/** Takes what a USB scanner types, ended by Enter or Tab. */
export function ScanField({ label, hint, scan, shortcut = false, autoFocus = false }: Props): ReactElement {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  useShortcut({ key: "F4" }, () => input.current?.focus(), shortcut);

  function onKeyDown(event: KeyboardEvent): void {
    const ends = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey);
    if (!ends || scan.typed.trim() === "") return;
    event.preventDefault();
    scan.read();
  }

  return (
    <div>
      <TextField
        ref={input}
        label={label}
        hint={hint ?? text.intake.scanHint}
        value={scan.typed}
        onChange={scan.setTyped}
        onKeyDown={onKeyDown}
        onBlur={scan.read}
        leftSection={<Icon name="scan" />}
        spellCheck={false}
        autoFocus={autoFocus}
      />
      {scan.problem && <Notice tone="warning" title={text.party.card[scan.problem]} />}
    </div>
  );
}
