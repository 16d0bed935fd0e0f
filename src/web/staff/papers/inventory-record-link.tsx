import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";

/** Opens the biên bản kiểm kê, đóng gói lại of a torn packet. */
export function InventoryRecordLink({ taskId }: { readonly taskId: string }): ReactElement {
  const { papers: text } = useText();
  return (
    <Button
      component="a"
      href={`/api/v1/custody/tasks/${taskId}/inventory-record`}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={<Icon name="print" size={18} />}
    >
      {text.printInventoryRecord}
    </Button>
  );
}
