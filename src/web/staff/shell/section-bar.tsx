import type { SessionView } from "#contract/session.ts";
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactElement, type RefObject, useEffect, useId, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { type Section, groupedSections, sectionsOf } from "./sections.ts";
import styles from "./section-bar.module.css";
import { OfferCount, PostCount, TaskCount } from "./task-count.tsx";

/**
 * The sections that a person's posts open. Many of them stand below the names of their groups: every one is a link that
 * is always there, so that nobody looks for it behind a button.
 */
export function SectionBar({ session }: { readonly session: SessionView }): ReactElement {
  const text = useText();
  const bar = useCurrentInView();
  const sections = sectionsOf(session);
  const groups = groupedSections(sections);
  return (
    <nav
      ref={bar}
      className={groups ? `${styles["bar"]} ${styles["grouped"]}` : styles["bar"]}
      aria-label={text.common.mainNavigation}
    >
      {groups
        ? groups.map((one) => (
            <SectionGroup
              key={one.group}
              name={text.common.sectionGroups[one.group]}
              sections={one.sections}
            />
          ))
        : sections.map((section) => <SectionLink key={section.key} section={section} icon />)}
    </nav>
  );
}

interface GroupProps {
  readonly name: string;
  readonly sections: readonly Section[];
}

function SectionGroup({ name, sections }: GroupProps): ReactElement {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles["group"]}>
      <span id={id} className={styles["name"]}>
        {name}
      </span>
      <div className={styles["links"]}>
        {sections.map((section) => (
          <SectionLink key={section.key} section={section} />
        ))}
      </div>
    </div>
  );
}

interface LinkProps {
  readonly section: Section;
  readonly icon?: boolean;
}

function SectionLink({ section, icon = false }: LinkProps): ReactElement {
  const text = useText();
  return (
    <Link to={section.to} className={styles["section"]} activeProps={{ "aria-current": "page" }}>
      {icon && <Icon name={section.icon} size={18} />}
      {text.common.sections[section.key]}
      {section.key === "tasks" && <TaskCount />}
      {section.key === "papers" && <OfferCount />}
      {section.key === "postal" && <PostCount />}
    </Link>
  );
}

/** The bar scrolls where it is wider than the window: the section that one is in stands in its middle. */
function useCurrentInView(): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    function showCurrent(): void {
      const current = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
      if (bar.current && current)
        bar.current.scrollLeft = current.offsetLeft - (bar.current.clientWidth - current.offsetWidth) / 2;
    }
    showCurrent();
    window.addEventListener("resize", showCurrent);
    const unsubscribe = router.subscribe("onRendered", showCurrent);
    return () => {
      window.removeEventListener("resize", showCurrent);
      unsubscribe();
    };
  }, [router]);
  return bar;
}
