import { useMutation, useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { settingsWords } from "#app/words/settings-words.ts";
import { Card } from "./card.tsx";

const words = settingsWords.access;

/** Says whether a password guards the photos, and logs browsers out. */
export function AccessCard() {
  const trpc = useTRPC();
  const { data: state } = useQuery(trpc.access.state.queryOptions());
  const leave = { onSuccess: () => location.assign("/login") };
  const signOut = useMutation(trpc.access.signOut.mutationOptions(leave));
  const signOutAll = useMutation(trpc.access.signOutEverywhere.mutationOptions(leave));
  const error = signOut.error ?? signOutAll.error;
  if (!state) return null;
  return (
    <Card title={words.title} intro={words.intro}>
      <div className="px-5 py-4 text-sm max-sm:px-4">
        <p className="text-pretty text-ink-2">{state.isLocked ? words.locked(state.browsers) : words.open}</p>
        {state.via === "session" && (
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="secondary" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
              {words.signOut}
            </Button>
            <Button look="danger" disabled={signOutAll.isPending} onClick={() => signOutAll.mutate()}>
              {words.signOutEverywhere}
            </Button>
          </div>
        )}
        {error && (
          <p role="alert" className="mt-3 text-danger">
            {reasonOf(error)}
          </p>
        )}
      </div>
    </Card>
  );
}
