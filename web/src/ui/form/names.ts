/** What changed, each name once; fields without a name are the others together. There are as many as the bar counts. */
export function namesOf(fields: string[], nameOf: (field: string) => string | undefined, other: string): string[] {
  const found = fields.map(nameOf);
  const named = found.filter((name) => name !== undefined);
  return [...new Set(named), ...(named.length < found.length ? [other] : [])];
}
