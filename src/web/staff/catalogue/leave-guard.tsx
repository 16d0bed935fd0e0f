import { Button, Group } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";

interface Props {
  readonly dirty: boolean;
  /** Asked at the moment of leaving: true once everything is published. */
  readonly free: () => boolean;
  /** The person chose to leave. */
  readonly onLeave: () => void;
}

/** Whoever leaves a page with something unpublished is asked first; closing the tab asks by the browser's own words. */
export function LeaveGuard({ dirty, free, onLeave }: Props): ReactElement {
  const { catalogue: text } = useText();
  const holds = () => dirty && !free();
  const leaving = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true });
  const stay = () => leaving.reset?.();
  function leave(): void {
    onLeave();
    leaving.proceed?.();
  }
  return (
    <Dialog opened={leaving.status === "blocked"} onClose={stay} title={text.leaveTitle}>
      <p>{text.leaveBody}</p>
      <Group>
        <Button onClick={stay} data-autofocus>
          {text.leaveStay}
        </Button>
        <Button variant="default" onClick={leave}>
          {text.leaveGo}
        </Button>
      </Group>
    </Dialog>
  );
}
