import { Button, Loader } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";

interface Props {
  readonly fetching: boolean;
  readonly onClick: () => void;
}

/** Reads the list again; its words stay, only its sign turns. */
export function RefreshButton({ fetching, onClick }: Props): ReactElement {
  const text = useText();
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={fetching ? <Loader size={16} /> : <Icon name="refresh" size={16} />}
      aria-busy={fetching}
      onClick={onClick}
    >
      {text.confirming.refresh}
    </Button>
  );
}
