import "./ui/tokens/tokens.gen.css";
import "./ui/tokens/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { keptLocale, showLocale } from "./lib/i18n";

// An upgrade takes away the files of a page that is open: it comes back with the new ones. Nothing is kept that could
// loop: a page that was just loaded, or a server that cannot be reached, is left as it is.
window.addEventListener("vite:preloadError", async () => {
  const isServed = await fetch("/", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isServed && performance.now() > 10_000) location.reload();
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

// Words first: nothing is ever shown in the wrong language, or as a key.
await showLocale([keptLocale()]);
createRoot(root).render(<App />);
