import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type Locator, type Page, chromium } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../tools/ensure-system.ts";

const ARTEFACTS = fileURLToPath(new URL("../../artefacts/screens/", import.meta.url));
/** Where a machine runs the gate nobody looks at pictures: a minute and a half of drawing them. */
const UNSEEN = process.env["CI"] !== undefined;

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

/**
 * Keeps pictures of a screen at the two sizes, light and dark, checks that nothing is wider than the
 * window, and lets axe look at it in both schemes.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    for (const scheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await settled(page, scheme);
      if (!UNSEEN)
        await page.screenshot({
          path: path.join(ARTEFACTS, `${name}-${size}-${scheme}.png`),
          fullPage: size === "phone",
        });
      // Each size with one scheme: contrast is looked at light and dark, layout large and small.
      if ((size === "desktop") === (scheme === "dark")) continue;
      // In a window without an end nothing lies half under a bar, where axe would misread it.
      await page.setViewportSize({ width: viewport.width, height: 4_000 });
      // Our pages hold no frames of other sites, so axe needs no page of its own to gather what frames found: half the time.
      const found = await new AxeBuilder({ page })
        .setLegacyMode(true)
        // What is in order need not be described, node by node: a quarter of the time.
        .options({ resultTypes: ["violations"] })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        found.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(", ")}`,
        ),
        `axe on ${name}, ${size}, ${scheme}`,
      ).toEqual([]);
    }
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `${name} is wider than a ${size}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The scheme has arrived and no colour is on its way to another: only then a picture tells the truth. */
async function settled(page: Page, scheme: "light" | "dark"): Promise<void> {
  await page.waitForFunction((wanted) => {
    const shown = document.documentElement.getAttribute("data-mantine-color-scheme");
    return shown === null || shown === wanted;
  }, scheme);
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
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
