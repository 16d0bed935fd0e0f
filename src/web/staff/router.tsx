import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import type { Permission } from "#domain/mandate/permission.ts";
import { boardAddress } from "./board/board-address.ts";
import { INNER_WORK_PAGES } from "./inner-work-pages.ts";
import { registersPage } from "./register-pages.ts";
import { root } from "./root-route.ts";
import { HomePage } from "./shell/home-page.tsx";
import { TOLD_PAGES } from "./told-pages.ts";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  staticData: { opens: ["signedIn"] },
  component: HomePage,
});

const counter = createRoute({
  getParentRoute: () => root,
  path: "/counter",
  staticData: { opens: ["dossier.receive"] },
  component: lazyRouteComponent(() => import("./counter/counter-page.tsx"), "CounterPage"),
});

const group = createRoute({
  getParentRoute: () => root,
  path: "/groups/$groupId",
  staticData: { opens: ["dossier.receive"] },
  component: lazyRouteComponent(() => import("./counter/group-page.tsx"), "GroupPage"),
});

const queue = createRoute({
  getParentRoute: () => root,
  path: "/queue",
  staticData: { opens: ["dossier.forward", "dossier.process", "dossier.approve"] },
  component: lazyRouteComponent(() => import("./dossiers/queue-page.tsx"), "QueuePage"),
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: boardAddress,
  staticData: { opens: ["board.read"] },
  component: lazyRouteComponent(() => import("./board/board-page.tsx"), "BoardPage"),
});

const returning = createRoute({
  getParentRoute: () => root,
  path: "/returning",
  staticData: { opens: ["dossier.return"] },
  component: lazyRouteComponent(() => import("./dossiers/returning-page.tsx"), "ReturningPage"),
});

/** What is searched for is a name or a code: it stays in the page and never stands in the address. */
const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  staticData: { opens: ["dossier.read"] },
  component: lazyRouteComponent(() => import("./dossiers/search-page.tsx"), "SearchPage"),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: "/dossiers/$dossierId",
  staticData: { opens: ["dossier.read"] },
  component: lazyRouteComponent(() => import("./dossiers/dossier-page.tsx"), "DossierPage"),
});

const correction = createRoute({
  getParentRoute: () => root,
  path: "/dossiers/$dossierId/correction",
  staticData: { opens: ["dossier.receive"] },
  component: lazyRouteComponent(() => import("./correcting/correct-page.tsx"), "CorrectPage"),
});

/** What was lodged is received at the counter, asked for again, or refused. */
const acceptance = createRoute({
  getParentRoute: () => root,
  path: "/dossiers/$dossierId/acceptance",
  staticData: { opens: ["dossier.receive"] },
  component: lazyRouteComponent(() => import("./lodging/accept-page.tsx"), "AcceptPage"),
});

const places = createRoute({
  getParentRoute: () => root,
  path: "/places",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(() => import("./places/places-page.tsx"), "PlacesPage"),
});

/** Working days are no secret: whoever is signed in may look them up. */
const calendars = createRoute({
  getParentRoute: () => root,
  path: "/calendars",
  staticData: { opens: ["signedIn"] },
  component: lazyRouteComponent(() => import("./calendars/calendars-page.tsx"), "CalendarsPage"),
});

const catalogue = createRoute({
  getParentRoute: () => root,
  path: "/catalogue",
  staticData: { opens: ["catalogue.edit"] },
  component: lazyRouteComponent(() => import("./catalogue/catalogue-page.tsx"), "CataloguePage"),
});

const reviewedProcedure = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code",
  staticData: { opens: ["catalogue.edit"] },
  component: lazyRouteComponent(() => import("./catalogue/procedure-page.tsx"), "ProcedurePage"),
});

const mendProcedure = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code/mend",
  staticData: { opens: ["catalogue.edit"] },
  component: lazyRouteComponent(() => import("./catalogue/mend-page.tsx"), "MendPage"),
});

const restoreVersion = createRoute({
  getParentRoute: () => root,
  path: "/catalogue/$code/restore/$versionId",
  staticData: { opens: ["catalogue.edit"] },
  component: lazyRouteComponent(() => import("./catalogue/mend-page.tsx"), "RestorePage"),
});

const mandates = createRoute({
  getParentRoute: () => root,
  path: "/mandates",
  staticData: { opens: ["mandate.read"] },
  component: lazyRouteComponent(() => import("./mandates/mandates-page.tsx"), "MandatesPage"),
});

const newMandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/new",
  staticData: { opens: ["mandate.draft"] },
  component: lazyRouteComponent(() => import("./mandates/draft-page.tsx"), "NewMandatePage"),
});

const mandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/$mandateId",
  staticData: { opens: ["mandate.read"] },
  component: lazyRouteComponent(() => import("./mandates/mandate-page.tsx"), "MandatePage"),
});

const changeMandate = createRoute({
  getParentRoute: () => root,
  path: "/mandates/$mandateId/change",
  staticData: { opens: ["mandate.draft"] },
  component: lazyRouteComponent(() => import("./mandates/draft-page.tsx"), "ChangeMandatePage"),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: "/proposals",
  staticData: { opens: ["mandate.read"] },
  component: lazyRouteComponent(() => import("./proposals/proposals-page.tsx"), "ProposalsPage"),
});

const samples = createRoute({
  getParentRoute: () => root,
  path: "/samples",
  staticData: { opens: ["sample.judge"] },
  component: lazyRouteComponent(() => import("./samples/samples-page.tsx"), "SamplesPage"),
});

const confirming = createRoute({
  getParentRoute: () => root,
  path: "/confirming",
  staticData: { opens: ["dossier.confirm"] },
  component: lazyRouteComponent(() => import("./confirming/confirming-page.tsx"), "ConfirmingPage"),
});

const awaited = createRoute({
  getParentRoute: () => root,
  path: "/awaited",
  staticData: { opens: ["dossier.receive"] },
  component: lazyRouteComponent(() => import("./confirming/awaited-page.tsx"), "AwaitedPage"),
});

const rights = createRoute({
  getParentRoute: () => root,
  path: "/rights",
  staticData: { opens: ["right.assign"] },
  component: lazyRouteComponent(() => import("./rights/unit-rights-page.tsx"), "UnitRightsPage"),
});

const ownRights = createRoute({
  getParentRoute: () => root,
  path: "/own-rights",
  staticData: { opens: ["counter.serve"] },
  component: lazyRouteComponent(() => import("./rights/own-rights-page.tsx"), "OwnRightsPage"),
});

const suspensions = createRoute({
  getParentRoute: () => root,
  path: "/suspensions",
  staticData: { opens: ["right.suspend"] },
  component: lazyRouteComponent(() => import("./rights/suspensions-page.tsx"), "SuspensionsPage"),
});

const sites = createRoute({
  getParentRoute: () => root,
  path: "/sites",
  staticData: { opens: ["site.read"] },
  component: lazyRouteComponent(() => import("./sites/sites-page.tsx"), "SitesPage"),
});

const site = createRoute({
  getParentRoute: () => root,
  path: "/sites/$siteId",
  staticData: { opens: ["site.read"] },
  component: lazyRouteComponent(() => import("./sites/site-page.tsx"), "SitePage"),
});

const siteOpening = createRoute({
  getParentRoute: () => root,
  path: "/sites/$siteId/opening",
  staticData: { opens: ["site.edit"] },
  component: lazyRouteComponent(() => import("./sites/opening-page.tsx"), "OpeningPage"),
});

const siteSurvey = createRoute({
  getParentRoute: () => root,
  path: "/sites/$siteId/survey",
  staticData: { opens: ["site.edit"] },
  component: lazyRouteComponent(() => import("./sites/survey-page.tsx"), "SurveyPage"),
});

const surveyReport = createRoute({
  getParentRoute: () => root,
  path: "/surveys/$surveyId",
  staticData: { opens: ["site.read"] },
  component: lazyRouteComponent(() => import("./sites/report-page.tsx"), "ReportPage"),
});

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  staticData: { opens: ["people.edit"] },
  component: lazyRouteComponent(() => import("./people/people-page.tsx"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute: () => root,
  path: "/people/$accountId",
  staticData: { opens: ["people.edit"] },
  component: lazyRouteComponent(() => import("./people/person-page.tsx"), "PersonPage"),
});

const training = createRoute({
  getParentRoute: () => root,
  path: "/training",
  staticData: { opens: ["training.record"] },
  component: lazyRouteComponent(() => import("./people/training-page.tsx"), "TrainingPage"),
});

const handOvers = createRoute({
  getParentRoute: () => root,
  path: "/hand-overs",
  staticData: { opens: ["handOver.read"] },
  component: lazyRouteComponent(() => import("./people/hand-overs-page.tsx"), "HandOversPage"),
});

const handOver = createRoute({
  getParentRoute: () => root,
  path: "/hand-overs/$handOverId",
  staticData: { opens: ["handOver.read"] },
  component: lazyRouteComponent(() => import("./people/hand-over-page.tsx"), "HandOverPage"),
});

const reorganisations = createRoute({
  getParentRoute: () => root,
  path: "/reorganisation",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(
    () => import("./reorganisation/reorganisations-page.tsx"),
    "ReorganisationsPage",
  ),
});

const newReorganisation = createRoute({
  getParentRoute: () => root,
  path: "/reorganisation/new",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(() => import("./reorganisation/plan-page.tsx"), "NewPlanPage"),
});

const reorganisation = createRoute({
  getParentRoute: () => root,
  path: "/reorganisation/$reorganisationId",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(
    () => import("./reorganisation/reorganisation-page.tsx"),
    "ReorganisationPage",
  ),
});

const changeReorganisation = createRoute({
  getParentRoute: () => root,
  path: "/reorganisation/$reorganisationId/change",
  staticData: { opens: ["units.edit"] },
  component: lazyRouteComponent(() => import("./reorganisation/plan-page.tsx"), "ChangePlanPage"),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  staticData: { opens: ["figures.read"] },
  component: lazyRouteComponent(() => import("./reorganisation/figures-page.tsx"), "FiguresPage"),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: "/programmes",
  staticData: { opens: ["mandate.read"] },
  component: lazyRouteComponent(() => import("./programmes/programmes-page.tsx"), "ProgrammesPage"),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: "/programmes/$programmeId",
  staticData: { opens: ["mandate.read"] },
  component: lazyRouteComponent(() => import("./programmes/programme-page.tsx"), "ProgrammePage"),
});

const basis = createRoute({
  getParentRoute: () => root,
  path: "/basis/$dossierId/$seq",
  staticData: { opens: ["dossier.read"] },
  component: lazyRouteComponent(() => import("./programmes/basis-page.tsx"), "BasisPage"),
});

/** The pages of the console. Each is loaded when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    counter,
    group,
    queue,
    board,
    returning,
    confirming,
    awaited,
    search,
    dossier,
    correction,
    acceptance,
    places,
    calendars,
    reorganisations,
    newReorganisation,
    reorganisation,
    changeReorganisation,
    figures,
    catalogue,
    reviewedProcedure,
    mendProcedure,
    restoreVersion,
    mandates,
    newMandate,
    mandate,
    changeMandate,
    programmes,
    programme,
    basis,
    proposals,
    samples,
    rights,
    ownRights,
    suspensions,
    people,
    person,
    training,
    handOvers,
    handOver,
    sites,
    site,
    siteOpening,
    siteSurvey,
    surveyReport,
    registersPage,
    ...INNER_WORK_PAGES,
    ...TOLD_PAGES,
  ]),
  basepath: "/staff",
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Any of these opens the page; the first that its routes of the server ask for. To others the frame shows why not. */
    readonly opens: readonly Permission[];
  }
}
