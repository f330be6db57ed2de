import { lazy, Suspense, useEffect, useState } from "react";
import { keepProver } from "@/lib/api";

/** Seldom asked for: it comes when it is. */
const ProofDialog = lazy(() => import("./proof-dialog").then((each) => ({ default: each.ProofDialog })));

interface Asked {
  answer: (isProved: boolean) => void;
}

/** Whatever waits for the password meanwhile waits for the same answer. */
let waiting: Promise<boolean> | undefined;

/**
 * Asks for one's password where the server wants to see it again before something sensitive. What was asked for then
 * goes on by itself; who leaves the dialog is told why it did not.
 */
export function Proof() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(
    () =>
      keepProver(() => {
        waiting ??= new Promise<boolean>((answer) => setAsked({ answer }));
        return waiting;
      }),
    [],
  );
  if (!asked) return null;
  const end = (isProved: boolean) => {
    waiting = undefined;
    setAsked(undefined);
    asked.answer(isProved);
  };
  return (
    <Suspense>
      <ProofDialog onEnd={end} />
    </Suspense>
  );
}
