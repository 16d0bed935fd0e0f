import type { POSTAL_REPORT_ROUTES } from "#contract/postal-reports.ts";
import type { BoundRoute } from "../http/context.ts";
import { exportPostalReportRoute, readPostalReportRoute } from "./read-postal-report.ts";

/** The use-cases of the reports of the public postal service. */
export const POSTAL_REPORT_BOUND = {
  readPostalReport: readPostalReportRoute,
  exportPostalReport: exportPostalReportRoute,
} as const satisfies Record<keyof typeof POSTAL_REPORT_ROUTES, BoundRoute>;
