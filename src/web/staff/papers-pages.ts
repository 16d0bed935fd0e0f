import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root-route.ts";

const held = createRoute({
  getParentRoute: () => root,
  path: "/papers",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/held-page.tsx"), "HeldPage"),
});

const incoming = createRoute({
  getParentRoute: () => root,
  path: "/papers/incoming",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/incoming-page.tsx"), "IncomingPage"),
});

const manifest = createRoute({
  getParentRoute: () => root,
  path: "/papers/manifests/$manifestId",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/manifest-page.tsx"), "ManifestPage"),
});

const where = createRoute({
  getParentRoute: () => root,
  path: "/papers/where",
  staticData: { opens: ["custody.hold"] },
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search["q"] === "string" && search["q"] !== "" ? { q: search["q"] } : {},
  component: lazyRouteComponent(() => import("./papers/where-page.tsx"), "WherePage"),
});

const thing = createRoute({
  getParentRoute: () => root,
  path: "/papers/$thing/$id",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/thing-page.tsx"), "ThingPage"),
});

const differences = createRoute({
  getParentRoute: () => root,
  path: "/papers/differences",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/differences-page.tsx"), "DifferencesPage"),
});

const stock = createRoute({
  getParentRoute: () => root,
  path: "/papers/stock",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/stock-page.tsx"), "StockPage"),
});

const stockTake = createRoute({
  getParentRoute: () => root,
  path: "/papers/stock-takes/$stockTakeId",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/stock-take-page.tsx"), "StockTakePage"),
});

const holder = createRoute({
  getParentRoute: () => root,
  path: "/papers/holders/$kind/$id",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/holder-page.tsx"), "HolderPage"),
});

const places = createRoute({
  getParentRoute: () => root,
  path: "/papers/places",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/places-page.tsx"), "CustodyPlacesPage"),
});

const uncollected = createRoute({
  getParentRoute: () => root,
  path: "/papers/uncollected",
  staticData: { opens: ["custody.hold"] },
  component: lazyRouteComponent(() => import("./papers/uncollected-page.tsx"), "UncollectedPage"),
});

/** Who holds what: papers, packets and bags, and how they change hands. */
export const PAPERS_PAGES = [
  held,
  incoming,
  manifest,
  where,
  thing,
  holder,
  differences,
  stock,
  stockTake,
  places,
  uncollected,
] as const;
