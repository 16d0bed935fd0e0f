import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { BrokenPage } from "./shell/broken-page.tsx";
import { Frame } from "./shell/frame.tsx";
import { HomePage } from "./shell/home-page.tsx";
import { MissingPage } from "./shell/missing-page.tsx";

const root = createRootRoute({
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});

const home = createRoute({ getParentRoute: () => root, path: "/", component: HomePage });

const counter = createRoute({
  getParentRoute: () => root,
  path: "/counter",
  component: lazyRouteComponent(() => import("./counter/counter-page.tsx"), "CounterPage"),
});

const queue = createRoute({
  getParentRoute: () => root,
  path: "/queue",
  component: lazyRouteComponent(() => import("./dossiers/queue-page.tsx"), "QueuePage"),
});

const returning = createRoute({
  getParentRoute: () => root,
  path: "/returning",
  component: lazyRouteComponent(() => import("./dossiers/returning-page.tsx"), "ReturningPage"),
});

/** What is searched for is a name or a code: it stays in the page and never stands in the address. */
const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  component: lazyRouteComponent(() => import("./dossiers/search-page.tsx"), "SearchPage"),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: "/dossiers/$dossierId",
  component: lazyRouteComponent(() => import("./dossiers/dossier-page.tsx"), "DossierPage"),
});

const places = createRoute({
  getParentRoute: () => root,
  path: "/places",
  component: lazyRouteComponent(() => import("./places/places-page.tsx"), "PlacesPage"),
});

const catalogue = createRoute({
  getParentRoute: () => root,
  path: "/catalogue",
  component: lazyRouteComponent(() => import("./catalogue/catalogue-page.tsx"), "CataloguePage"),
});

const reviewedProcedure = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code",
  component: lazyRouteComponent(() => import("./catalogue/procedure-page.tsx"), "ProcedurePage"),
});

const mendProcedure = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code/mend",
  component: lazyRouteComponent(() => import("./catalogue/mend-page.tsx"), "MendPage"),
});

const restoreVersion = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code/restore/$versionId",
  component: lazyRouteComponent(() => import("./catalogue/mend-page.tsx"), "RestorePage"),
});

const mandates = createRoute({
  getParentRoute: () => root,
  path: "/mandates",
  component: lazyRouteComponent(() => import("./mandates/mandates-page.tsx"), "MandatesPage"),
});

const newMandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/new",
  component: lazyRouteComponent(() => import("./mandates/draft-page.tsx"), "NewMandatePage"),
});

const mandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/$mandateId",
  component: lazyRouteComponent(() => import("./mandates/mandate-page.tsx"), "MandatePage"),
});

const changeMandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/$mandateId/change",
  component: lazyRouteComponent(() => import("./mandates/draft-page.tsx"), "ChangeMandatePage"),
});

const rights = createRoute({
  getParentRoute: () => root,
  path: "/rights",
  component: lazyRouteComponent(() => import("./rights/unit-rights-page.tsx"), "UnitRightsPage"),
});

const ownRights = createRoute({
  getParentRoute: () => root,
  path: "/own-rights",
  component: lazyRouteComponent(() => import("./rights/own-rights-page.tsx"), "OwnRightsPage"),
});

const suspensions = createRoute({
  getParentRoute: () => root,
  path: "/suspensions",
  component: lazyRouteComponent(() => import("./rights/suspensions-page.tsx"), "SuspensionsPage"),
});

/** The pages of the console. Each is loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    counter,
    queue,
    returning,
    search,
    dossier,
    places,
    catalogue,
    reviewedProcedure,
    mendProcedure,
    restoreVersion,
    mandates,
    newMandate,
    mandate,
    changeMandate,
    rights,
    ownRights,
    suspensions,
  ]),
  basepath: "/staff",
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
