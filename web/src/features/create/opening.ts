/** From what was entered to what is asked of the server, and back to the inputs that its refusal names. Pure. */
import { Problem, type Schemas } from "@/lib/api";

export interface Entered {
  title: string;
  /** Somebody who is known: what stands in the other three is theirs. */
  requester_id?: number;
  mail?: string;
  phone?: string;
  name?: string;
  type?: string;
  category: string;
  template?: string;
  priority: string;
  team?: string;
  assignee_id?: number;
  tags?: string[];
  fields?: Record<string, unknown>;
  text?: string;
}

export function bodyOf(entered: Entered, files: string[]): Schemas["OpenTicket"] {
  const { requester_id: id, mail, phone, name = "", fields = {}, text = "", tags = [], ...plain } = entered;
  const somebody = mail || phone || name.trim() ? { mail: mail || null, phone: phone || null, name } : null;
  const requester = id ? { id, name: "" } : somebody;
  return { ...plain, text, tags, requester, fields: filledOf(fields), files };
}

interface Template {
  type: string;
  category: string | null;
  priority: string | null;
  fields: readonly { field: string; value?: unknown }[];
}

/**
 * What choosing a template puts into the form. Words and values that somebody entered stay; what the template before
 * had put there goes.
 */
export function filledBy(
  template: Template & { title: string; text: string },
  entered: Partial<Entered>,
  before: { title: string; text: string } | undefined,
): Partial<Entered> {
  const given = template.fields.filter(({ value }) => value != null).map(({ field, value }) => [field, value] as const);
  const words = (now: string | undefined, own: string, old: string | undefined) =>
    !now?.trim() || now.trim() === old?.trim() ? own : now;
  return {
    type: template.type,
    category: template.category ?? entered.category,
    priority: template.priority ?? entered.priority,
    title: words(entered.title, template.title, before?.title),
    text: words(entered.text, template.text, before?.text),
    fields: { ...Object.fromEntries(given), ...filledOf(entered.fields) },
  };
}

/** The title with the name of its category before it; undefined: it has one, or nothing stands there to begin with. */
export function prefixed(title: string, category: string): string | undefined {
  return category && !/^\s*[[【]/.test(title) ? `[${category}] ${title.trim()}` : undefined;
}

/** Values that are there. */
export const filledOf = (fields: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null && value !== ""));

/** Custom fields that a refusal names: they are asked for whatever type is chosen. */
export function namedFields(error: unknown): string[] {
  if (!(error instanceof Problem)) return [];
  return error.faults.filter(({ field }) => field.startsWith("fields.")).map(({ field }) => field.slice(7));
}

/** The server's word on a field stands at that field: `fields.order`, `requester.mail`, `tags.0`, `title`. */
export function faultsOf(error: unknown): { name: string[]; errors: string[] }[] {
  if (!(error instanceof Problem)) return [];
  return error.faults.map(({ field, title }) => {
    const [first = "", ...rest] = field.split(".");
    const name = first === "requester" ? rest : first === "fields" ? [first, rest.join(".")] : [first];
    return { name, errors: [title] };
  });
}
