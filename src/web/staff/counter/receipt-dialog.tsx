import { printReceipt } from "#contract/intake.ts";
import { Button, Group, Text } from "@mantine/core";
import { type ReactElement, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { PdfFrame, type PdfHandle } from "#web/ui/pdf-frame.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";

interface Props {
  readonly dossierId: string;
  /** It is the slip of a dossier that an officer must confirm. */
  readonly waits: boolean;
  /** Told when the receipt went to the printer, or to a tab from which it is printed. */
  readonly onPrinted: () => void;
  readonly onClose: () => void;
}

/** Mẫu 01 as it will be printed; before a confirmation the slip that says the dossier waits. */
export function ReceiptDialog({ dossierId, waits, onPrinted, onClose }: Props): ReactElement {
  const text = useText();
  const page = useRef<PdfHandle>(null);
  const title = waits ? text.confirming.counter.slipTitle : text.intake.printTitle;
  const { data, problem, reload } = useRead(printReceipt, { params: { dossierId } });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!problem && !data && <LoadingLines lines={6} />}
      {data && (
        <>
          <PdfFrame ref={page} pdf={data} title={title} />
          <Group mt="sm" justify="space-between">
            <Text size="sm" c="dimmed">
              {waits ? text.confirming.counter.slipHint : text.intake.printHint}
            </Text>
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  page.current?.openTab();
                  onPrinted();
                }}
              >
                {text.intake.printTab}
              </Button>
              <Button
                autoFocus
                leftSection={<Icon name="print" />}
                onClick={() => {
                  page.current?.print();
                  onPrinted();
                }}
              >
                {text.intake.printNow}
              </Button>
            </Group>
          </Group>
        </>
      )}
    </Dialog>
  );
}
