import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Panel } from "#web/ui/panel.tsx";

interface Props {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A numbered section of the form; Alt and its number lead to it. */
export function SectionPanel({ id, number, title, actions, children }: Props): ReactElement {
  const text = useText();
  return (
    <Panel
      id={id}
      title={text.intake.section(number, title)}
      actions={
        <>
          {actions}
          <KeyCap>{`Alt ${number}`}</KeyCap>
        </>
      }
    >
      {children}
    </Panel>
  );
}
