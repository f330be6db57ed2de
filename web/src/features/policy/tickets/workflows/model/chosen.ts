/** What is chosen where the rule of reopening is; no key has such a sign. */
export const REOPENING = ":reopen";
