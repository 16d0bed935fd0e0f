import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContext, type Locator, type Page, chromium } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../tools/ensure-system.ts";

const ARTEFACTS = fileURLToPath(new URL("../../artefacts/screens/", import.meta.url));
/** Where a machine runs the gate nobody looks at pictures: a minute and a half of drawing them. */
const UNSEEN = process.env["CI"] !== undefined;

/** The program that is loaded into a page. */
const AXE = axe.source;

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

export const DESKTOP = { width: 1366, height: 768 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/**
 * A browser without a window.
 *
 * @param camera a film (MJPEG) that its camera shows, again and again, without asking anybody
 */
export async function openBrowser(camera?: string): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("Chromium is not installed: node --import tsx tools/ensure-system.ts");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(camera === undefined
        ? []
        : [
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            `--use-file-for-fake-video-capture=${camera}`,
          ]),
    ],
  });
}

/** Errors that a page reported; a journey ends with none. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const expected = /status of (401|403|404|409|413|415|422|429)/.test(message.text());
    if (message.type() === "error" && !expected) errors.push(`console: ${message.text()}`);
  });
  return errors;
}

/** Axe is asked about each size with one scheme: contrast is looked at light and dark, layout large and small. */
const VIEWS = [
  { size: "desktop", scheme: "light", asksAxe: true },
  { size: "desktop", scheme: "dark", asksAxe: false },
  { size: "phone", scheme: "light", asksAxe: false },
  { size: "phone", scheme: "dark", asksAxe: true },
] as const;

/**
 * Keeps pictures of a screen at the two sizes, light and dark, checks that nothing is wider than the
 * window, and lets axe look at it in both schemes.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  // What nobody sees and axe is not asked about need not be drawn.
  for (const { size, scheme, asksAxe } of VIEWS.filter((view) => view.asksAxe || !UNSEEN)) {
    const viewport = size === "desktop" ? DESKTOP : PHONE;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await settled(page, scheme);
    if (!UNSEEN)
      await page.screenshot({
        path: path.join(ARTEFACTS, `${name}-${size}-${scheme}.png`),
        fullPage: size === "phone",
      });
    if (!asksAxe) continue;
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `${name} is wider than a ${size}`).toBeLessThanOrEqual(0);
    // In a window without an end nothing lies half under a bar, where axe would misread it.
    await page.setViewportSize({ width: viewport.width, height: 4_000 });
    // What was out of sight comes into it in its old colours, for a frame.
    await settled(page, scheme);
    expect(await violations(page), `axe on ${name}, ${size}, ${scheme}`).toEqual([]);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: "light" });
}

/**
 * What axe finds against WCAG 2.2 AA, each with its places. It is asked in the page itself and once loaded it stays there:
 * our pages hold no frames of others, for which its companion for browsers would gather findings at twice the time.
 */
async function violations(page: Page): Promise<string[]> {
  const isLoaded = await page.evaluate(() => "axe" in window);
  if (!isLoaded) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    // What is in order need not be described, node by node: a quarter of the time.
    const { violations: all } = await window.axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return all.map(({ id, nodes }) => ({
      id,
      places: nodes.map(({ target, any }) => `${target.join(" ")} ${any[0]?.message ?? ""}`),
    }));
  });
  return found.map(({ id, places }) => `${id}: ${places.join(", ")}`);
}

/** The scheme has arrived and no colour is on its way to another: only then a picture tells the truth. */
async function settled(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.waitForFunction((wanted) => {
    const shown = document.documentElement.getAttribute("data-mantine-color-scheme");
    return shown === null || shown === wanted;
  }, scheme);
  await page.evaluate(async () => {
    const endless = (one: Animation) => one.effect?.getComputedTiming().iterations === Infinity;
    // What ends lets others begin: quiet is when two frames bring none.
    for (let rounds = 0; rounds < 20; rounds += 1) {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const ending = document.getAnimations().filter((one) => !endless(one));
      if (ending.length === 0) return;
      await Promise.allSettled(ending.map((one) => one.finished));
    }
  });
}

/** What every page that is still open shows: of a journey that stopped, where it stopped. */
export async function keepLastPictures(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: path.join(ARTEFACTS, `last-${index}.png`) });
  }
}

/** A browser of a person of the demo, signed in through the screen. */
export async function signInAs(
  browser: Browser,
  base: string,
  fullName: string,
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${base}/staff/`);
  await page.getByRole("button", { name: new RegExp(`Điền tài khoản của ${fullName}`) }).click();
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  return { context, page, errors };
}

/** Draws a signature on the only pad of a page. */
export async function signOnPad(page: Page): Promise<void> {
  await signOn(page, page.locator("canvas"));
}

/** Draws a signature on one of several pads. */
export async function signOn(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("there is a place to sign");
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(box.x + 30 + step * 14, box.y + box.height / 2 + Math.sin(step) * 30, { steps: 3 });
  }
  await page.mouse.up();
}
