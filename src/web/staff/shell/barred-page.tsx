import type { Permission } from "#domain/mandate/permission.ts";
import { Button, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { WhoMay } from "./who-may.tsx";

/** In the place of a page that no post of the person opens: why, for whom it is, and the way home. Nothing to press. */
export function BarredPage({ opens }: { readonly opens: readonly Permission[] }): ReactElement {
  const { common, refusals } = useText();
  const { what, wayOut } = refusals.permission_missing({});
  return (
    <>
      <VisuallyHidden component="h1">{common.barredTitle}</VisuallyHidden>
      <Notice
        tone="warning"
        live
        title={what}
        actions={
          <Button size="compact-sm" variant="light" component={Link} to="/">
            {common.home}
          </Button>
        }
      >
        {wayOut}
        <WhoMay permissions={opens} />
      </Notice>
    </>
  );
}
