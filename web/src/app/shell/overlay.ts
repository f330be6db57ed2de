/** What opens over every page of the workbench. */
export type Overlay = "account" | "create" | "notices" | "palette" | "keys" | "rail";
