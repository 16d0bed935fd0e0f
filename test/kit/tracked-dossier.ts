import type { TrackedDossier } from "#contract/track.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import { dueDate } from "#domain/calendar/due-date.ts";
import { timeLimit } from "#domain/calendar/time-limit.ts";
import { instant } from "#domain/shared/instant.ts";

const due = dueDate({
  receivedAt: instant("2026-11-20T02:30:00.000Z"),
  limit: timeLimit(3, "workingDay"),
  calendar: {
    id: "test",
    name: "Lịch thử",
    fromYear: 2026,
    toYear: 2026,
    week: [0, 1, 2, 3, 4, 5, 6].map((day) => ({
      openForIntake: day > 0,
      countsForDeadline: day > 0 && day < 6,
    })),
    laterHours: [],
    sessions: [{ fromMinute: 450, toMinute: 1020 }],
    hoursSource: "test",
    hoursMark: "recalled",
    days: new Map(),
  },
  settings: DEFAULT_DUE_DATE_SETTINGS,
});
if (!due.ok) throw new Error(due.code);
const { dueAt, explanation } = due.value;

/** A dossier as the citizen reads it, under work and with nothing to tell. */
export const TRACKED: TrackedDossier & { readonly dueAt: string } = {
  code: "H20.30.12-261120-0001",
  procedureName: "Đăng ký khai sinh",
  procedureCode: "1.001193",
  status: "processing",
  nationalStatus: 4,
  outcome: null,
  expectedOn: null,
  receivedAt: "2026-11-20T02:30:00.000Z",
  dueAt,
  provisional: false,
  explanation,
  importedFrom: null,
  unitName: "Trung tâm Phục vụ hành chính công xã Bình Thành",
  unitNow: null,
  receptionPoint: "Bưu điện Văn hóa xã Bình Tấn",
  collectAt: "Bưu điện Văn hóa xã Bình Tấn",
  collection: null,
  helpedAt: null,
  decidedBy: "Ủy ban nhân dân xã Bình Thành",
  decidedByNow: null,
  returnMethod: "counter",
  receiptDue: null,
  papers: [{ name: "Giấy chứng sinh", originals: 1, copies: 0, shown: false }],
  steps: [
    {
      type: "dossier.received",
      at: "2026-11-20T02:30:00.000Z",
      place: "Bưu điện Văn hóa xã Bình Tấn",
      status: null,
      reason: null,
      end: null,
    },
  ],
  awaited: null,
  parts: [],
  latestDueAt: null,
  issued: [],
  parcels: [],
  post: { services: [], addressKnown: false, cancellable: [] },
  incidents: [],
  complaints: [],
  told: [],
  rating: null,
};
/** The moment at which its page is read. */
export const TRACKED_NOW = "2026-11-23T02:00:00.000Z";
