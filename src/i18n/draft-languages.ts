/**
 * The languages whose translation no native speaker has reviewed yet. No `lang` chooses one of them: a host imports
 * it, knowing that it is a draft, and passes it to `registerMessages`.
 */
export const draftLanguages: readonly string[] = ['ar', 'it', 'nl', 'pt'];
