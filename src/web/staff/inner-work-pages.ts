import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PAPERS_PAGES } from "./papers-pages.ts";
import { POSTAL_PAGES } from "./postal-pages.ts";
import { root } from "./root-route.ts";

/** Open steps of internal procedures: one's own, and those that wait for one's post. */
const openSteps = createRoute({
  getParentRoute: () => root,
  path: "/steps",
  staticData: { opens: ["dossier.process", "dossier.approve", "dossier.forward"] },
  component: lazyRouteComponent(() => import("./steps/steps-page.tsx"), "StepsPage"),
});

const consultations = createRoute({
  getParentRoute: () => root,
  path: "/consultations",
  staticData: { opens: ["dossier.process", "dossier.approve"] },
  component: lazyRouteComponent(() => import("./linked/consultations-page.tsx"), "ConsultationsPage"),
});

const internalProcedures = createRoute({
  getParentRoute: () => root,
  path: "/internal-procedures",
  staticData: { opens: ["steps.plan"] },
  component: lazyRouteComponent(() => import("./steps/find-page.tsx"), "FindInternalProcedurePage"),
});

const internalProcedure = createRoute({
  getParentRoute: () => root,
  path: "/internal-procedures/$versionId",
  staticData: { opens: ["steps.plan"] },
  component: lazyRouteComponent(() => import("./steps/procedure-page.tsx"), "InternalProcedurePage"),
});

/** The pages of the inner work: steps, what agencies ask of each other, and who holds the papers. */
export const INNER_WORK_PAGES = [
  openSteps,
  consultations,
  internalProcedures,
  internalProcedure,
  ...PAPERS_PAGES,
  ...POSTAL_PAGES,
] as const;
