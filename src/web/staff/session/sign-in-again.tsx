import { type SessionView, chooseCounter } from "#contract/session.ts";
import { Button, Group, Text } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { call, onSessionEnd } from "../api.ts";
import { keepSession, useSession } from "./session.ts";
import { type Credentials, SignInForm } from "./sign-in-form.tsx";

/**
 * Asks the same person to sign in again, over the page, when the session has ended in the middle of
 * work. The page below stays as it is, and what was under way is then sent again.
 */
export function SignInAgain(): ReactElement {
  const text = useText();
  const before = useSession();
  const { opened, answer } = useSessionEnd();
  const [credentials, setCredentials] = useState<Credentials>(() => nameOnly(before));

  async function onSignedIn(session: SessionView): Promise<void> {
    keepSession(await atSameCounter(session, before));
    setCredentials(nameOnly(before));
    answer(session.accountId === before.accountId);
  }

  function asSomebodyElse(): void {
    answer(false);
    keepSession(null);
  }

  return (
    <Dialog
      opened={opened}
      above
      closable={false}
      onClose={() => answer(false)}
      title={text.session.againTitle}
    >
      <Text mb="sm">{text.session.againIntro(before.fullName)}</Text>
      <SignInForm
        fixedUsername
        value={credentials}
        onChange={setCredentials}
        onSignedIn={(session) => void onSignedIn(session)}
      />
      <Group mt="md" justify="space-between">
        <Button variant="subtle" onClick={() => answer(false)}>
          {text.session.againLater}
        </Button>
        <Button variant="subtle" color="red" title={text.session.againOtherHint} onClick={asSomebodyElse}>
          {text.session.againOther}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {text.session.againOtherHint}
      </Text>
    </Dialog>
  );
}

function nameOnly(session: SessionView): Credentials {
  return { username: session.username, password: "", code: "" };
}

/** Sits down again where the person sat: the new session does not know it yet. */
async function atSameCounter(session: SessionView, before: SessionView): Promise<SessionView> {
  if (session.counter !== null || before.counter === null) return session;
  const result = await call(chooseCounter, { body: { counterId: before.counter.id } });
  return result.ok ? { ...session, counter: result.value.counter } : session;
}

/** However many calls find the session ended, one dialog opens, and one answer goes to all of them. */
function useSessionEnd() {
  const [opened, setOpened] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);
  useEffect(
    () =>
      onSessionEnd(
        () =>
          new Promise<boolean>((resolve) => {
            waiting.current.push(resolve);
            setOpened(true);
          }),
      ),
    [],
  );
  function answer(again: boolean): void {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(again);
  }
  return { opened, answer };
}
