import { Link, useLocation } from "@remix-run/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { client, useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import { Button } from "#app/ui/button.tsx";
import { peopleAnchor, settingsPath } from "#app/ui/settings-link.tsx";
import { whomWordsIn } from "#app/words/whom-words.ts";
import type { SearchPlan, Turn } from "#server/search/types.ts";
import { focusComposer } from "./focus-composer.ts";
import { keepTurn } from "./live-turns.ts";
import { useTurnLanguage } from "./turn-words.tsx";
import { WhomNames } from "./whom-names.tsx";

interface WhomProps {
  turn: Turn;
  whom: NonNullable<SearchPlan["whom"]>;
  conversationId: string;
}

/** Asks who "my daughter" is; once somebody has replied, it says so and offers to take it back. */
export default function Whom({ turn, whom: { relation, is }, conversationId }: WhomProps) {
  const whomWords = whomWordsIn(useTurnLanguage());
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const { pathname } = useLocation();
  const { data } = useQuery({
    ...trpc.people.candidates.queryOptions({ relation }),
    enabled: is === undefined,
  });
  const reply = useMutation({
    mutationFn: (to: { name: string | null } | "take back") =>
      to === "take back"
        ? client.people.takeBack.mutate({ turnId: turn.id })
        : client.people.introduce.mutate({ turnId: turn.id, name: to.name }),
    onSuccess(answered) {
      // The buttons disappear, so the focus needs another place.
      focusComposer();
      keepTurn(conversationId, answered);
      tellOtherTabs();
      void queryClient.invalidateQueries(trpc.conversations.followUps.queryFilter({ turnId: turn.id }));
      void queryClient.invalidateQueries(trpc.people.pathFilter());
    },
  });
  return (
    <section aria-labelledby={id} className="mt-3 animate-fade-in">
      {is === undefined ? (
        <>
          <h3 id={id} className="font-medium">
            {whomWords.question(relation)}
          </h3>
          <WhomNames
            names={data?.items ?? null}
            isBusy={reply.isPending}
            onReply={(name) => reply.mutate({ name })}
          />
        </>
      ) : (
        <p id={id} role="status" className="flex flex-wrap items-center gap-x-2 text-ink-2 text-sm">
          {is === null ? whomWords.left : whomWords.is(is, relation)}
          <Link to={`${settingsPath}#${peopleAnchor}`} state={{ from: pathname }} className="link -my-1 py-1">
            {whomWords.settings}
          </Link>
          <Button look="quiet" disabled={reply.isPending} onClick={() => reply.mutate("take back")}>
            {whomWords.undo}
          </Button>
        </p>
      )}
      {reply.error && (
        <p role="alert" className="mt-1 text-danger text-sm">
          {reasonOf(reply.error)}
        </p>
      )}
    </section>
  );
}
