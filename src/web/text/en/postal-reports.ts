import type { postalReports as vi } from "../vi/postal-reports.ts";

/** Reports of the public postal service by period. */
export const postalReports: typeof vi = {
  title: "Reports",
  intro:
    "Volume, revenue, complaints and compensation of a period, computed from the ledgers as they are now.",
  period: "Period",
  periodName: ({ kind, code }) => {
    const [year = "", part = ""] = code.split("-");
    if (kind === "quarter") return `Quarter ${part.slice(1)} of ${year}`;
    return kind === "halfYear" ? `First half of ${year}` : `Year ${year}`;
  },
  span: (from, to) => `From ${from} to ${to}.`,
  before: (day) => `To be sent before ${day}.`,
  running: "This period is not over: the figures still change.",
  heardLate: (count) =>
    `${count} parcels of this period were heard of only after the report was due: the report that was sent lacks them.`,
  csv: (table) => `Download (CSV): ${table}`,
  paperTitle: "Báo cáo dịch vụ bưu chính công ích trong giải quyết thủ tục hành chính",
  writes: "Người lập báo cáo",
  signs: "Thủ trưởng đơn vị",
  signHint: "(Ký, ghi rõ họ tên)",
  print: "Print",
  volume: "Volume and revenue",
  none: "No parcel was taken in this period",
  noneHint: "Choose another period.",
  unit: "Unit",
  procedure: "Procedure",
  service: "Service",
  orders: "Orders",
  revenue: "Postage (đồng)",
  parcels: "Parcels",
  delivered: "Delivered",
  backAtAgency: "Returned to agency",
  late: "Late",
  lost: "Lost",
  damaged: "Damaged",
  total: "Total",
  safety: "Safety",
  noSafety: "No parcel yet",
  claims: "Complaints and compensation",
  complaints: "Complaints",
  accepted: "Accepted",
  declined: "Declined",
  unanswered: "Not answered",
  delayed: "Delays",
  lostCases: "Losses",
  damagedCases: "Damages",
  compensations: "Compensations paid",
  compensated: "Paid in all",
  shares: "Share of the post",
  received: "Dossiers received",
  receivedByPost: "Received by post",
  returnByPost: "Result wanted by post",
  returned: "Results returned",
  returnedByPost: "Returned by post",
  noShares: "No dossier was received or returned in this period.",
};
