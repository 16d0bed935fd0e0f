import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "./root-route.ts";

/** The registers of a unit, and the slips with which dossiers and results change hands. */
export const registersPage = createRoute({
  getParentRoute: () => root,
  path: "/registers",
  staticData: { opens: ["register.read"] },
  component: lazyRouteComponent(() => import("./registers/registers-page.tsx"), "RegistersPage"),
});
