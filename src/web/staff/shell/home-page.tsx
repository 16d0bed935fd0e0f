import { Navigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useSession } from "../session/session.ts";
import { sectionsOf } from "./sections.ts";

/** Leads to the first section that the person works in. */
export function HomePage(): ReactElement {
  const text = useText();
  const [first] = sectionsOf(useSession());
  if (first) return <Navigate to={first.to} replace />;
  return <EmptyState icon="person" title={text.session.noSection} hint={text.session.noSectionHint} />;
}
