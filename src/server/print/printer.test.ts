import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { createPrinter, type Printer, type PrinterOptions } from "./printer.ts";
import type { ReceiptData } from "./receipt-data.ts";
import { HAND_OVER_RECORD, LABEL } from "./sample-custody.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";
import { openTypesetter } from "./typesetter.ts";

const MEGABYTE = 1024 * 1024;
const opened: Printer[] = [];

function givenPrinter(options: PrinterOptions = {}): Printer {
  const printer = createPrinter(options);
  opened.push(printer);
  return printer;
}

afterEach(async () => {
  for (const printer of opened.splice(0)) await printer.close();
  expect(workers()).toEqual([]);
});

interface WorkerSeen {
  readonly pid: number;
  readonly memoryBytes: number;
}

/** The living typesetting processes of this test process. */
function workers(): WorkerSeen[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return pids.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      const isOurs = status.includes(`PPid:\t${process.pid}\n`) && !status.includes("State:\tZ");
      const isWorker = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("print-worker");
      const kilobytes = Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0);
      return isOurs && isWorker ? [{ pid: Number(pid), memoryBytes: kilobytes * 1024 }] : [];
    } catch {
      return []; // The process ended while we looked.
    }
  });
}

async function untilWorkerOtherThan(pid: number): Promise<number> {
  for (;;) {
    const other = workers().find((worker) => worker.pid !== pid);
    if (other) return other.pid;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function onlyWorker(): number {
  const [worker, ...others] = workers();
  expect(others).toEqual([]);
  if (!worker) throw new Error("No typesetting process is running");
  return worker.pid;
}

function numbered(number: number): ReceiptData {
  return { ...FULL_RECEIPT, dossierCode: `000.00.01.H20-261120-${String(number).padStart(4, "0")}` };
}

const LONG: ReceiptData = { ...FULL_RECEIPT, copies: 5, remarks: "Đề nghị giao tận nhà. ".repeat(450) };

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString() === "%PDF-";
}

test("another process prints the same bytes as the typesetter here, in the order asked", async () => {
  const printer = givenPrinter({ workers: 2 });
  const printed = await Promise.all([1, 2, 3, 4].map((number) => printer.renderReceipt(numbered(number))));
  const typesetter = openTypesetter();
  for (const [index, pdf] of printed.entries()) {
    expect(Buffer.from(pdf).equals(typesetter.receipt(numbered(index + 1)))).toBe(true);
  }
  expect(workers()).toHaveLength(2);
});

test("another process prints labels and papers of a hand-over, drawn signatures with them", async () => {
  const printer = givenPrinter();
  const typesetter = openTypesetter();
  const labels = { stock: "a4", startAt: 3, labels: [LABEL], printedAt: HAND_OVER_RECORD.issuedAt } as const;
  const record = await printer.renderCustodyPaper(HAND_OVER_RECORD);
  expect(Buffer.from(record).equals(typesetter.custodyPaper(HAND_OVER_RECORD))).toBe(true);
  expect(Buffer.from(await printer.renderLabels(labels)).equals(typesetter.labels(labels))).toBe(true);
});

describe("a process that dies", () => {
  test("between documents, is replaced", async () => {
    const printer = givenPrinter();
    await printer.renderReceipt(FULL_RECEIPT);
    const first = onlyWorker();
    process.kill(first, "SIGKILL");
    expect(isPdf(await printer.renderReceipt(FULL_RECEIPT))).toBe(true);
    expect(onlyWorker()).not.toBe(first);
  });

  test("in the middle of a document, is replaced; that document and the next print", async () => {
    const printer = givenPrinter();
    await printer.renderReceipt(FULL_RECEIPT);
    const first = onlyWorker();
    const [inWork, next] = [printer.renderReceipt(LONG), printer.renderReceipt(FULL_RECEIPT)];
    process.kill(first, "SIGKILL");
    expect(isPdf(await inWork)).toBe(true);
    expect(isPdf(await next)).toBe(true);
    expect(onlyWorker()).not.toBe(first);
  });

  test("twice over one document, fails that document only", async () => {
    const printer = givenPrinter();
    await printer.renderReceipt(FULL_RECEIPT);
    const first = onlyWorker();
    const outcome = expect(printer.renderReceipt(LONG)).rejects.toMatchObject({ code: "worker_died" });
    process.kill(first, "SIGKILL");
    process.kill(await untilWorkerOtherThan(first), "SIGKILL");
    await outcome;
    expect(isPdf(await printer.renderReceipt(FULL_RECEIPT))).toBe(true);
  });
});

describe("a document that fails", () => {
  test("says what failed and nothing of what it says, and the next prints", async () => {
    const printer = givenPrinter();
    const failing = printer.renderReceipt({ ...FULL_RECEIPT, trackUrl: "Nguyễn Thị Ánh Tuyết" });
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "PrintError", code: "unprintable_data" });
    expect(String(error)).toBe("PrintError: The track address is not a URL");
    expect(isPdf(await printer.renderReceipt(FULL_RECEIPT))).toBe(true);
  });

  test("one that is not what the type promises is reported by the kind of error only", async () => {
    const printer = givenPrinter();
    const broken = { ...FULL_RECEIPT, papers: "Tuyết" } as unknown as ReceiptData;
    const error: unknown = await printer.renderReceipt(broken).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "typesetting_failed",
      message: "Unforeseen TypeError while typesetting",
    });
  });

  test("one that takes too long is given up and its process ended", async () => {
    const printer = givenPrinter({ timeoutMs: 1 });
    await expect(printer.renderReceipt(LONG)).rejects.toMatchObject({ code: "timed_out" });
    expect(workers()).toEqual([]);
  });
});

test("more documents than may wait are refused at once; those accepted print", async () => {
  const printer = givenPrinter({ maxWaiting: 2 });
  const accepted = [1, 2, 3].map((number) => printer.renderReceipt(numbered(number)));
  await expect(printer.renderReceipt(numbered(4))).rejects.toMatchObject({ code: "queue_full" });
  expect((await Promise.all(accepted)).every(isPdf)).toBe(true);
});

test("closing lets the document in work end, refuses those that wait and those that come later", async () => {
  const printer = givenPrinter();
  const inWork = printer.renderReceipt(FULL_RECEIPT);
  const waiting = expect(printer.renderReceipt(FULL_RECEIPT)).rejects.toMatchObject({
    code: "printer_closed",
  });
  await printer.close();
  await waiting;
  expect(isPdf(await inWork)).toBe(true);
  await expect(printer.renderReceipt(FULL_RECEIPT)).rejects.toMatchObject({ code: "printer_closed" });
});

test.each<[PrinterOptions, string]>([
  [{ documentsPerWorker: 2 }, "so many documents"],
  [{ memoryLimitBytes: MEGABYTE }, "so much memory"],
])("a process is replaced: %j (%s)", async (options) => {
  const printer = givenPrinter(options);
  const first = printer.renderReceipt(numbered(1));
  const pid = await untilWorkerOtherThan(0);
  await first;
  const others = Promise.all([2, 3].map((number) => printer.renderReceipt(numbered(number))));
  expect(await untilWorkerOtherThan(pid)).not.toBe(pid);
  expect((await others).every(isPdf)).toBe(true);
});

test("a hundred documents keep the process within bounds", async () => {
  const printer = givenPrinter();
  const memory: number[] = [];
  const processes = new Set<number>();
  const times: number[] = [];
  for (let number = 1; number <= 100; number += 1) {
    const start = performance.now();
    await printer.renderReceipt(numbered(number));
    times.push(performance.now() - start);
    for (const worker of workers()) {
      processes.add(worker.pid);
      memory.push(worker.memoryBytes / MEGABYTE);
    }
  }
  const sorted = times.toSorted((one, other) => one - other);
  const figure = (value: number | undefined) => Math.round(value ?? 0);
  console.info(
    `100 receipts of two copies, one process: first ${figure(times[0])} ms, median ${figure(sorted[50])} ms, ` +
      `p95 ${figure(sorted[95])} ms; memory after 10 ${figure(memory[9])} MB, after 100 ${figure(memory[99])} MB`,
  );
  expect(processes.size, "no replacement hid a leak").toBe(1);
  expect(memory).toHaveLength(100);
  expect(memory[99]).toBeLessThan(250);
  expect((memory[99] ?? 0) - (memory[9] ?? 0)).toBeLessThan(60);
});
