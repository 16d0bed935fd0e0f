import { RECEIPTS_AT_ONCE_MAX, printReceipts } from "#contract/intake.ts";
import { Button, Group } from "@mantine/core";
import { type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { PdfFrame, type PdfHandle } from "#web/ui/pdf-frame.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";

/** Prints the slips of several dossiers, as many in one go as the printer makes. */
export function SlipButtons({ dossierIds }: { readonly dossierIds: readonly string[] }): ReactElement | null {
  const text = useText();
  const [from, setFrom] = useState<number | null>(null);
  if (dossierIds.length === 0) return null;
  const starts = Array.from(
    { length: Math.ceil(dossierIds.length / RECEIPTS_AT_ONCE_MAX) },
    (_, part) => part * RECEIPTS_AT_ONCE_MAX,
  );
  return (
    <>
      {starts.map((start) => (
        <Button
          key={start}
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => setFrom(start)}
        >
          {starts.length === 1
            ? text.groups.printSlips
            : text.groups.printSlipsPart(
                start + 1,
                Math.min(start + RECEIPTS_AT_ONCE_MAX, dossierIds.length),
              )}
        </Button>
      ))}
      {from !== null && (
        <SlipsDialog
          dossierIds={dossierIds.slice(from, from + RECEIPTS_AT_ONCE_MAX)}
          onClose={() => setFrom(null)}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly dossierIds: readonly string[];
  readonly onClose: () => void;
}

function SlipsDialog({ dossierIds, onClose }: DialogProps): ReactElement {
  const text = useText();
  const page = useRef<PdfHandle>(null);
  const { data, problem, reload } = useRead(printReceipts, { query: { dossierIds: dossierIds.join(",") } });
  return (
    <Dialog opened onClose={onClose} title={text.groups.slipsTitle} size="xl">
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!problem && !data && <LoadingLines lines={6} />}
      {data && (
        <>
          <PdfFrame ref={page} pdf={data} title={text.groups.slipsTitle} />
          <Group mt="sm" justify="end" gap="xs">
            <Button variant="default" onClick={() => page.current?.openTab()}>
              {text.intake.printTab}
            </Button>
            <Button autoFocus leftSection={<Icon name="print" />} onClick={() => page.current?.print()}>
              {text.intake.printNow}
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  );
}
