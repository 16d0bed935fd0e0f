import { Modal } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useText } from "../text/use-text.ts";

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: "sm" | "md" | "lg" | "xl";
  /** False for a question that must be answered by one of its buttons. */
  readonly closable?: boolean;
}

/** A dialog over the page. It keeps the focus, gives it back, and closes with Esc where it may. */
export function Dialog({
  opened,
  title,
  onClose,
  children,
  size = "md",
  closable = true,
}: Props): ReactElement {
  const text = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeOnClickOutside={false}
      closeOnEscape={closable}
      withCloseButton={closable}
      // Inside a dialog the head is no landmark of the page.
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": text.common.close }}
      styles={{ title: { fontWeight: 600, fontSize: "1.1rem" } }}
    >
      {children}
    </Modal>
  );
}
