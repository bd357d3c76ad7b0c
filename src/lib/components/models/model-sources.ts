/** Files that what is said about models rests on. */
export const MODEL_SOURCES: readonly string[] = ['models', 'sites'];
