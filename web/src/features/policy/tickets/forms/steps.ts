import { useDrafted } from "@/features/policy/entries/drafted";
import { useWords } from "@/lib/words";

/** Those that every workflow has. */
export const STEPS = ["open", "work", "resolve"] as const;

const isPlain = (step: string): step is (typeof STEPS)[number] => (STEPS as readonly string[]).includes(step);

/** What a step is called: a word of ours, or the name of a status. */
export function useStepName(): (step: string) => string {
  const { t, local } = useWords();
  const statuses = useStatuses();
  return (step) =>
    isPlain(step) ? t(`forms.steps.${step}`) : local(statuses.find(({ key }) => key === step)?.name) || step;
}

/** Statuses of all workflows, each key once. */
export function useStatuses() {
  const workflows = useDrafted("workflows");
  const all = workflows.filter(({ retired }) => !retired).flatMap(({ statuses = [] }) => statuses);
  return all.filter((one, n) => !one.retired && all.findIndex(({ key }) => key === one.key) === n);
}
