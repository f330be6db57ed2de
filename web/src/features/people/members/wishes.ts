/** What is done to one member at once, from their row or their page. */

import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import { type MadeLink, type Person, useChangePerson, useMakeLink } from "../queries";

/** Makes a link to choose a password; `shown` even where it could be mailed. */
export function useSendLink(onMade: (made: MadeLink) => void) {
  const { problem } = useWords();
  const { message } = useVoice();
  const make = useMakeLink();
  return ({ id }: Person, shown = false) =>
    make.mutate({ id, shown }, { onSuccess: onMade, onError: (error) => void message.error(problem(error).title) });
}

/** Lets a member in again. */
export function useLetIn() {
  const { t, problem } = useWords();
  const { message } = useVoice();
  const change = useChangePerson();
  return ({ id }: Person) =>
    change.mutate(
      { id, change: { active: true } },
      {
        onSuccess: () => message.success(t("people.is_let_in")),
        onError: (error) => message.error([problem(error).title, problem(error).remedy].join(" ")),
      },
    );
}
