import { afterEach, expect, test, vi } from "vitest";
import { noteServerTime, serverNow } from "./server-clock.ts";

afterEach(() => vi.useRealTimers());

test("now is the server's, whatever this machine's clock says", () => {
  vi.useFakeTimers({ now: Date.parse("2019-01-01T00:00:00Z") });
  noteServerTime(new Headers({ "x-server-time": "2026-11-16T01:30:00.000Z" }));
  expect(serverNow()).toBe("2026-11-16T01:30:00.000Z");
  vi.advanceTimersByTime(60_000);
  expect(serverNow()).toBe("2026-11-16T01:31:00.000Z");
});

test("an answer without the header, or with nonsense in it, changes nothing", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-16T01:30:00Z") });
  noteServerTime(new Headers({ "x-server-time": "2026-11-16T01:30:00.000Z" }));
  noteServerTime(new Headers());
  noteServerTime(new Headers({ "x-server-time": "soon" }));
  expect(serverNow()).toBe("2026-11-16T01:30:00.000Z");
});
