import { createRootRoute } from "@tanstack/react-router";
import { BrokenPage } from "./shell/broken-page.tsx";
import { Frame } from "./shell/frame.tsx";
import { MissingPage } from "./shell/missing-page.tsx";

/** The frame of the console, which every page hangs from. */
export const root = createRootRoute({
  staticData: { opens: ["public"] },
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});
