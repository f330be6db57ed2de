/** What is chosen where it is no entry of the workflow; no key has such a sign. */
export const REOPENING = ":reopen";
export const NEW = ":new";
