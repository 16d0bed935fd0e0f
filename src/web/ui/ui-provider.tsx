import { MantineProvider } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { Announcer } from "./announcer.tsx";
import { schemeManager } from "./scheme.ts";
import { cssVariables, theme } from "./theme.ts";
import { Toasts } from "./toasts.tsx";

/** The theme, the place that speaks to screen readers, and the short notices, around all screens. */
export function UiProvider({
  nonce,
  children,
}: {
  readonly nonce: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
      <Toasts />
      <Announcer />
    </MantineProvider>
  );
}
