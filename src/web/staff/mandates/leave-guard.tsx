import { Button, Group } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";

interface Props {
  readonly dirty: boolean;
  /** Asked at the moment of leaving: true once everything is kept. */
  readonly free: () => boolean;
  /** What was typed is given up. */
  readonly onLeave?: () => void;
}

/** Whoever leaves a form that is not kept is asked first; closing the tab asks by the browser's own words. */
export function LeaveGuard({ dirty, free, onLeave }: Props): ReactElement {
  const { form } = useText().mandates;
  const holds = () => dirty && !free();
  const leaving = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true });
  return (
    <Dialog opened={leaving.status === "blocked"} onClose={() => leaving.reset?.()} title={form.leaveTitle}>
      <p>{form.leaveBody}</p>
      <Group>
        <Button onClick={() => leaving.reset?.()} data-autofocus>
          {form.leaveStay}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onLeave?.();
            leaving.proceed?.();
          }}
        >
          {form.leaveGo}
        </Button>
      </Group>
    </Dialog>
  );
}
