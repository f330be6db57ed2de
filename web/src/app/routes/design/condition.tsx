/** The condition builder, with a sentence in it that has a group and a part that is denied. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { languageQuery } from "@/lib/api/conditions";
import { ConditionBuilder } from "@/ui/condition/builder";
import { opened } from "@/ui/condition/tree";
import { Failure, SkeletonLines } from "@/ui/states";

const SHOWN = {
  all: [
    { field: "phase", op: "is_any", value: ["new", "open"] },
    {
      any: [{ field: "title", op: "contains", value: "VPN" }, { not: { field: "assignee", op: "is_empty" } }],
    },
  ],
};

export function ConditionShown() {
  const { data: language, error, refetch } = useQuery(languageQuery());
  const [root, setRoot] = useState(() => opened(SHOWN));
  if (error && !language) return <Failure error={error} onRetry={() => refetch()} />;
  if (!language) return <SkeletonLines count={4} />;
  return <ConditionBuilder language={language} value={root} isAsked onChange={setRoot} />;
}
