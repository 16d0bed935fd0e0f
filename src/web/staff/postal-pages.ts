import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root-route.ts";

const shipments = createRoute({
  getParentRoute: () => root,
  path: "/postal",
  staticData: { opens: ["postal.read"] },
  component: lazyRouteComponent(() => import("./postal/shipments-page.tsx"), "ShipmentsPage"),
});

const unsent = createRoute({
  getParentRoute: () => root,
  path: "/postal/unsent",
  staticData: { opens: ["postal.order"] },
  component: lazyRouteComponent(() => import("./postal/unsent-page.tsx"), "UnsentPage"),
});

const quarantine = createRoute({
  getParentRoute: () => root,
  path: "/postal/quarantine",
  staticData: { opens: ["postal.read"] },
  component: lazyRouteComponent(() => import("./postal/quarantine-page.tsx"), "QuarantinePage"),
});

const numbers = createRoute({
  getParentRoute: () => root,
  path: "/postal/numbers",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(() => import("./postal/numbers-page.tsx"), "NumbersPage"),
});

const shipment = createRoute({
  getParentRoute: () => root,
  path: "/postal/shipments/$shipmentId",
  staticData: { opens: ["postal.read"] },
  component: lazyRouteComponent(() => import("./postal/shipment-page.tsx"), "ShipmentPage"),
});

const incidents = createRoute({
  getParentRoute: () => root,
  path: "/postal/incidents",
  staticData: { opens: ["postal.settle"] },
  component: lazyRouteComponent(() => import("./postal/incidents-page.tsx"), "IncidentsPage"),
});

const incident = createRoute({
  getParentRoute: () => root,
  path: "/postal/incidents/$incidentId",
  staticData: { opens: ["postal.settle"] },
  component: lazyRouteComponent(() => import("./postal/incident-page.tsx"), "IncidentPage"),
});

const mailRuns = createRoute({
  getParentRoute: () => root,
  path: "/postal/mail-runs",
  staticData: { opens: ["postal.read"] },
  component: lazyRouteComponent(() => import("./postal/mail-runs-page.tsx"), "MailRunsPage"),
});

const mailRoutes = createRoute({
  getParentRoute: () => root,
  path: "/postal/mail-routes",
  staticData: { opens: ["postal.read"] },
  component: lazyRouteComponent(() => import("./postal/mail-routes-page.tsx"), "MailRoutesPage"),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: "/postal/reports",
  staticData: { opens: ["postal.settle"] },
  component: lazyRouteComponent(() => import("./postal/reports-page.tsx"), "ReportsPage"),
});

/** The public postal service: shipments, what is to be sent, stray reports, numbers, incidents, runs and what is reported of all. */
export const POSTAL_PAGES = [
  shipments,
  unsent,
  quarantine,
  numbers,
  shipment,
  incidents,
  incident,
  mailRuns,
  mailRoutes,
  reports,
] as const;
