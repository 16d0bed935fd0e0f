import type { SessionView } from "#contract/session.ts";
import { Outlet, useMatches } from "@tanstack/react-router";
import { Button, Center, Container, Loader, VisuallyHidden } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { ChooseCounter } from "../session/choose-counter.tsx";
import { mayUse, useSessionQuery } from "../session/session.ts";
import { SignInAgain } from "../session/sign-in-again.tsx";
import { SignInPage } from "../session/sign-in-page.tsx";
import { BarredPage } from "./barred-page.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { Shell } from "./shell.tsx";

/** Around every page: who is signed in, at which counter, and the header. */
export function Frame(): ReactElement {
  const text = useText();
  const { data: session, error, refetch } = useSessionQuery();
  if (session) return <SignedIn key={session.accountId} session={session} />;
  if (session === null) return <SignInPage />;
  if (error) {
    return (
      <Container size="sm" py="xl">
        <ProblemNotice problem={error.problem} onRetry={() => void refetch()} />
      </Container>
    );
  }
  return (
    <Center h="100dvh">
      <Loader aria-label={text.common.loading} />
    </Center>
  );
}

/** Keyed by the person: when somebody else signs in, nothing of the page before is left. */
function SignedIn({ session }: { readonly session: SessionView }): ReactElement {
  const [withoutCounter, setWithoutCounter] = useState(false);
  const opens = useMatches({ select: (matches) => matches.at(-1)?.staticData.opens }) ?? ["public"];
  const isBarred = !opens.some((permission) => mayUse(session, permission));
  const asks = session.counter === null && !withoutCounter && mayUse(session, "counter.serve");
  return (
    <>
      <Shell session={session}>
        {isBarred && <BarredPage opens={opens} />}
        {!isBarred && asks && <FirstCounter onSkip={() => setWithoutCounter(true)} />}
        {!isBarred && !asks && <Outlet />}
      </Shell>
      <SignInAgain />
    </>
  );
}

function FirstCounter({ onSkip }: { readonly onSkip: () => void }): ReactElement {
  const text = useText();
  return (
    <Container size="sm" px={0}>
      <VisuallyHidden component="h1">{text.session.counterTitle}</VisuallyHidden>
      <Panel
        id="choose-counter"
        title={text.session.counterTitle}
        actions={
          <Button variant="subtle" onClick={onSkip}>
            {text.session.counterSkip}
          </Button>
        }
      >
        <p>{text.session.counterIntro}</p>
        <ChooseCounter onChosen={() => undefined} />
      </Panel>
    </Container>
  );
}
