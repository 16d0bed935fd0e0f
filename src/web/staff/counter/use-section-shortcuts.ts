import { useShortcut } from "#web/ui/use-shortcut.ts";

const SECTION_IDS = ["applicant", "submitter", "papers", "closing", "submit"] as const;

/** Alt and a number lead to the first field of a section. */
export function useSectionShortcuts(): void {
  useShortcut({ key: "1", alt: true }, () => enterSection(0));
  useShortcut({ key: "2", alt: true }, () => enterSection(1));
  useShortcut({ key: "3", alt: true }, () => enterSection(2));
  useShortcut({ key: "4", alt: true }, () => enterSection(3));
  useShortcut({ key: "5", alt: true }, () => enterSection(4));
}

function enterSection(at: number): void {
  const section = document.getElementById(SECTION_IDS[at] ?? "");
  section?.scrollIntoView({ block: "start" });
  section
    ?.querySelector<HTMLElement>(
      "input:not([type=hidden]):not(:disabled), select, textarea, button:not(:disabled)",
    )
    ?.focus({ preventScroll: true });
}
