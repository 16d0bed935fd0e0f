import { Modal } from "@mantine/core";
import { type ReactElement, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useText } from "../text/use-text.ts";

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: "sm" | "md" | "lg" | "xl";
  /** False for a question that must be answered by one of its buttons. */
  readonly closable?: boolean;
  /** It comes over whatever dialog is open, which stays as it is below. */
  readonly above?: boolean;
}

const LEVEL = { usual: 200, above: 300 } as const;

/** A dialog over the page. It keeps the focus, gives it back, and closes with Esc where it may. */
export function Dialog({
  opened,
  title,
  onClose,
  children,
  size = "md",
  closable = true,
  above = false,
}: Props): ReactElement {
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  useFocusReturn(opened);
  useFirstField(opened, body);
  return (
    <Modal
      opened={opened}
      // The key Esc is heard by every dialog: what is covered stays.
      onClose={() => (above || document.querySelector("[data-above]") === null ? onClose() : undefined)}
      zIndex={above ? LEVEL.above : LEVEL.usual}
      data-above={above && opened ? "" : undefined}
      title={title}
      size={size}
      centered
      closeOnClickOutside={false}
      closeOnEscape={closable}
      withCloseButton={closable}
      // Inside a dialog the head is no landmark of the page.
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": text.common.close }}
      // What has the focus is not brought to rest behind the buttons at the foot, nor behind the head.
      styles={{ title: { fontWeight: 600, fontSize: "1.1rem" }, content: { scrollPaddingBlock: "4.5rem" } }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}

/**
 * The library gives the focus back only to a dialog that is told to close. Most of ours are taken away
 * whole; without this the focus would fall to the top of the page. A focus that was put elsewhere stays.
 */
function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const opener = document.activeElement;
    return () => {
      const now = document.activeElement;
      const lost = now === null || now === document.body || now.closest('[role="dialog"]') !== null;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [opened]);
}

const FIELDS = "[data-autofocus], input:not([type=hidden], [type=file], :disabled), textarea, select";

/**
 * Who opens a form types at once, also when its choices have still to be loaded: as long as nobody has gone on from the
 * button that closes, the first field takes the focus when it comes. Not where a keyboard would cover half the screen.
 */
function useFirstField(opened: boolean, body: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (!opened || matchMedia("(pointer: coarse)").matches) return;
    const look = () => {
      const content = body.current;
      const field =
        content?.querySelector<HTMLElement>("[data-autofocus]") ??
        content?.querySelector<HTMLElement>(FIELDS);
      if (!content || !field) return;
      observer.disconnect();
      if (!content.contains(document.activeElement)) field.focus();
    };
    const observer = new MutationObserver(look);
    // The library puts the focus somewhere first, a moment after the dialog is there.
    const timer = setTimeout(() => {
      if (body.current) observer.observe(body.current, { childList: true, subtree: true });
      look();
    }, FOCUS_SET_MS);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [opened, body]);
}

const FOCUS_SET_MS = 60;
