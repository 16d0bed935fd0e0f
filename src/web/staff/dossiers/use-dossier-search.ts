import { type DossierRow, searchDossiers } from "#contract/dossiers.ts";
import { useRef, useState } from "react";
import { type CallProblem, call } from "../api.ts";

interface Found {
  readonly query: string;
  readonly rows: readonly DossierRow[];
  readonly next: string | null;
}

export interface DossierSearch {
  readonly found: Found | null;
  readonly problem: CallProblem | null;
  readonly searching: boolean;
  /** The first page; null when it could not be read or a later search overtook it. */
  readonly search: (query: string) => Promise<Found | null>;
  readonly more: () => Promise<void>;
  /** Asks again what could not be answered: the search, or the page after. */
  readonly retry: () => Promise<void>;
  readonly clear: () => void;
}

/** Looks for dossiers. What was asked lives in this page only: it may be a person's name. */
export function useDossierSearch(): DossierSearch {
  const turn = useRef(0);
  const asked = useRef<{ readonly query: string; readonly before: Found | null } | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [searching, setSearching] = useState(false);

  async function ask(query: string, before: Found | null): Promise<Found | null> {
    turn.current += 1;
    const mine = turn.current;
    asked.current = { query, before };
    setSearching(true);
    setProblem(null);
    const after = before?.next ?? undefined;
    const result = await call(searchDossiers, {
      query: after === undefined ? { q: query } : { q: query, after },
    });
    if (mine !== turn.current) return null;
    setSearching(false);
    if (!result.ok) {
      setProblem(result.problem);
      // Beside new words the answer to other words would be taken for theirs.
      if (before === null) setFound(null);
      return null;
    }
    const rows = [...(before?.rows ?? []), ...result.value.dossiers];
    const page = { query, rows, next: result.value.next };
    setFound(page);
    return page;
  }

  return {
    found,
    problem,
    searching,
    search: (query) => ask(query, null),
    more: async () => {
      if (found?.next) await ask(found.query, found);
    },
    retry: async () => {
      if (asked.current) await ask(asked.current.query, asked.current.before);
    },
    clear: () => setFound(null),
  };
}
