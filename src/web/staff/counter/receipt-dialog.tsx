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
  /** Told when the receipt went to the printer, or to a tab from which it is printed. */
  readonly onPrinted: () => void;
  readonly onClose: () => void;
}

/** Mẫu 01 as it will be printed. */
export function ReceiptDialog({ dossierId, onPrinted, onClose }: Props): ReactElement {
  const text = useText();
  const page = useRef<PdfHandle>(null);
  const { data, problem, reload } = useRead(printReceipt, { params: { dossierId } });
  return (
    <Dialog opened onClose={onClose} title={text.intake.printTitle} size="xl">
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!problem && !data && <LoadingLines lines={6} />}
      {data && (
        <>
          <PdfFrame ref={page} pdf={data} title={text.intake.printTitle} />
          <Group mt="sm" justify="space-between">
            <Text size="sm" c="dimmed">
              {text.intake.printHint}
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
