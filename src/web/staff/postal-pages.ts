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

/** The public postal service: shipments, what is to be sent, stray reports, numbers. */
export const POSTAL_PAGES = [shipments, unsent, quarantine, numbers, shipment] as const;
