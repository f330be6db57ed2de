import { lazy } from "react";
import { needTexts } from "@/lib/i18n";

/** Loaded with its texts when somebody first opens it. */
export const LeavesDialog = lazy(async () => {
  const [each] = await Promise.all([import("./leaves-dialog"), needTexts("leaves")]);
  return { default: each.LeavesDialog };
});
