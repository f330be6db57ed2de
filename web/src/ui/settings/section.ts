/** What a section of the administration is given by its address: `/admin/<section>/<id>?…`. */
export interface SectionProps {
  /** The row that is open, or `new`; undefined: the list. */
  id: string | undefined;
  search: Readonly<Record<string, string>>;
  /** Opens a row, `new`, or the list again. */
  onOpen: (id?: string) => void;
  /** Sets what stands behind the question mark; an empty value takes it out. */
  onSearch: (change: Record<string, string | undefined>) => void;
}
