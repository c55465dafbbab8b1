/** A tag's language and script in lower case: `zh-hant` for zh-TW, zh-HK and zh-Hant-TW. A malformed tag stays as it is. */
export function languageAndScriptOf(tag: string): string {
  try {
    const { language, script = '' } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`.toLowerCase();
  } catch {
    return tag;
  }
}
