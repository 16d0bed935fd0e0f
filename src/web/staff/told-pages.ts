import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root-route.ts";

const tasks = createRoute({
  getParentRoute: () => root,
  path: "/tasks",
  staticData: { opens: ["dossier.turn"] },
  component: lazyRouteComponent(() => import("./tasks/tasks-page.tsx"), "TasksPage"),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: "/notices",
  staticData: { opens: ["dossier.read"] },
  component: lazyRouteComponent(() => import("./notices/notices-page.tsx"), "NoticesPage"),
});

/** What the watchers found, and what citizens were told. */
export const TOLD_PAGES = [tasks, notices] as const;
