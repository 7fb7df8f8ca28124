/** What a region says before its text is a page at most; more belongs in the minutes. */
export const longestForeword = 10_000;

/** A reason is read beside its change; it is as long as a comment at most. */
export const longestReason = 10_000;
