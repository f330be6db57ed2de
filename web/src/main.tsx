import "./ui/tokens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { chooseLocale, keptLocale } from "./lib/i18n";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

// Words first: nothing is ever shown in the wrong language, or as a key.
await chooseLocale(keptLocale());
createRoot(root).render(<App />);
