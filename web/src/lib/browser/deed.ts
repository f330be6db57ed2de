/** What shows that a person is at a page: they use it, or come back to it. */
const DEEDS = ["pointerdown", "keydown", "wheel", "touchstart", "focus"] as const;

/** Calls once, with the next deed; the returned function calls it off. */
export function onNextDeed(then: () => void): () => void {
  const heard = ({ type, target }: Event) => {
    if (type === "focus" && target !== window) return; // the page itself moved the focus
    stop();
    then();
  };
  const stop = () => {
    for (const deed of DEEDS) window.removeEventListener(deed, heard, true);
  };
  for (const deed of DEEDS) window.addEventListener(deed, heard, { capture: true, passive: true });
  return stop;
}
