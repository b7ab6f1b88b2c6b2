import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import type { Turn } from "#server/search/types.ts";
import { keepTurn } from "./live-turns.ts";
import { useTurnWords } from "./turn-words.tsx";

interface ReadAsProps {
  turn: Turn;
  second: NonNullable<Turn["second"]>;
  conversationId: string;
}

/** Says how a model has put the question, and leads to the other reading and back. */
export function ReadAs({ turn, second: { text, serves }, conversationId }: ReadAsProps) {
  const turnWords = useTurnWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const read = useMutation({
    mutationFn: (reading: "first" | "second") =>
      client.conversations.readAs.mutate({ turnId: turn.id, reading }),
    onSuccess(read) {
      keepTurn(conversationId, read);
      tellOtherTabs();
      void queryClient.invalidateQueries(trpc.conversations.followUps.queryFilter({ turnId: turn.id }));
    },
  });
  const isSecond = serves === "second";
  return (
    <p className="mt-1 max-w-(--measure) text-pretty text-ink-2 text-sm">
      {isSecond ? turnWords.readAs(text) : turnWords.alsoReadAs(text)}{" "}
      <button
        type="button"
        onClick={() => read.mutate(isSecond ? "first" : "second")}
        className="link -my-1 py-1"
      >
        {isSecond ? turnWords.asWritten : turnWords.showReading}
      </button>
      {read.error && (
        <span role="alert" className="text-danger">
          {" "}
          {reasonOf(read.error)}
        </span>
      )}
    </p>
  );
}
