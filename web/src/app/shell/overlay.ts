/** What opens over every page of the workbench. */
export type Overlay = "account" | "bell" | "create" | "keys" | "leaves" | "me" | "notices" | "palette";
