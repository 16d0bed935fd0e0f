import { type QuoteView, quotePostalService } from "#contract/postal.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { v4 as uuid } from "uuid";
import { type CallProblem, call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { readKey } from "../use-read.ts";

const TYPING_PAUSE_MS = 400;

interface Asked {
  readonly service: PostalService;
  readonly weightGrams: number;
  readonly communeCode: string;
  readonly discountId: string;
}

/** The price while the form is filled in; null until there is enough to ask for one. */
export function useQuote(
  dossierId: string,
  asked: Asked,
): { readonly quote: QuoteView | null; readonly problem: CallProblem | null; readonly asking: boolean } {
  const [settled] = useDebouncedValue(asked, TYPING_PAUSE_MS);
  const { discountId, ...rest } = settled;
  const body = { ...rest, ...(discountId !== "" && { discountId }) };
  const query = useQuery({
    queryKey: readKey(quotePostalService, { dossierId, body }),
    queryFn: async () => {
      const result = await call(quotePostalService, { params: { dossierId }, body, idempotencyKey: uuid() });
      if (!result.ok) throw new CallFailure(result.problem);
      return result.value;
    },
    enabled: rest.communeCode !== "",
    retry: false,
  });
  const hasSettled = JSON.stringify(settled) === JSON.stringify(asked);
  return {
    quote: query.data ?? null,
    problem: query.error instanceof CallFailure ? query.error.problem : null,
    asking: asked.communeCode !== "" && (!hasSettled || query.isFetching),
  };
}
