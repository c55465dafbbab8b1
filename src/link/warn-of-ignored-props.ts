/** The props that have no effect, and what to do instead. A `*` is any one name. */
const unsupported: Readonly<Record<string, string>> = {
  accessToken: 'the page’s token comes from `tokenEndpoint`',
  'options.nonModal': 'use `hideBorder`, and leave out `onClose`',
  'options.showLandingPage': 'put your own words before the element',
  'options.enableAdditionalConsent': 'change the version of the gateway’s `consents`',
  'options.enableMultiEntityLinking': 'people connect one organisation at a time',
  'options.sourceTypes.businessDocuments': 'files are not uploaded',
  'options.sourceTypes.*.enableFileUpload': 'files are not uploaded',
  'options.sourceTypes.*.dataTypes': 'name them in the gateway’s `consents`',
  'options.text.*': 'use `registerMessages`, or the gateway’s `consents`',
};

/** Texts that are shown. */
const supportedTexts: readonly string[] = ['companyName', 'main.title', 'main.subtitle'];

/**
 * Warns of each prop that has no effect, by its name and with what to do instead. A prop that asks for nothing, such as
 * `showLandingPage: false`, is left out.
 */
export function warnOfIgnoredProps(props: object): void {
  for (const path of pathsOf(props)) {
    if (path[1] === 'text' && supportedTexts.includes(path.slice(2).join('.'))) continue;
    const rule = Object.entries(unsupported).find(([pattern]) => matches(pattern.split('.'), path));
    if (rule) warnOfIgnoredProp(path.join('.'), rule[1]);
  }
}

export function warnOfIgnoredProp(name: string, instead: string): void {
  // eslint-disable-next-line no-console -- Developers who migrate look for it here.
  console.warn(`codat-connect-elements/link: \`${name}\` has no effect: ${instead}. See docs/migrating.md.`);
}

/**
 * Returns the paths of the props that ask for something, so of none that is undefined, false or a function. The dotted
 * name of a text, such as `main.title`, is one step of its path.
 */
function pathsOf(props: object, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(props).flatMap(([name, value]: [string, unknown]) => {
    const here = [...path, name];
    if (value === undefined || value === false || typeof value === 'function') return [];
    const hasMore = value instanceof Object && !Array.isArray(value) && name !== 'session';
    return hasMore ? [here, ...pathsOf(value, here)] : [here];
  });
}

const matches = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length && pattern.every((name, index) => name === '*' || name === path[index]);
