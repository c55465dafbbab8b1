import { fetchConsentText } from '../api/consents.js';
import type { SourceType } from '../api/schemas/source-type.js';
import { PlatformPicker } from '../define/platform-picker.js';
import type { Session } from '../session/session.js';
import { fetchConnectionCallbackArgs, toErrorCallbackArgs, sessionOfProps } from './callback-args.js';
import { mountWithCloseAndFinishButtons, type CloseAndFinishButtons } from './close-and-finish-buttons.js';
import type { CodatLinkOptions, CodatLinkProps, ConsentCallbackArgs } from './props.js';
import { warnOfIgnoredProp, warnOfIgnoredProps } from './warn-of-ignored-props.js';

/** The source types of Codat's SDK that have platforms, by the names of its options. */
const sourceTypes = { accounting: 'Accounting', banking: 'Banking', commerce: 'Commerce' } as const;

/**
 * `<platform-picker>` with the call shape of Codat's Link SDK. It reads its props once. To remove it, take the element
 * out of its target. Throws a `TypeError` without `tokenEndpoint` or `session`.
 */
export class CodatLink {
  readonly #frame: CloseAndFinishButtons;

  constructor({ target, props }: { readonly target: HTMLElement; readonly props: CodatLinkProps }) {
    warnOfIgnoredProps(props);
    const { options = {}, onConsent, onClose, onFinish, companyId } = props;
    const session = sessionOfProps(props);
    const types = shownTypes(options);
    const picker = Object.assign(new PlatformPicker(), {
      session,
      consent: onConsent !== undefined,
      sandbox: options.showSandboxIntegrations ?? false,
      sourceTypes: types.map(({ type }) => type),
      include: allowedPlatformKeys(types),
      lender: textOf(options, 'companyName') ?? '',
    });
    for (const [slot, key, tag] of [
      ['heading', 'main.title', 'h2'],
      ['intro', 'main.subtitle', 'p'],
    ] as const) {
      const text = textOf(options, key);
      if (text === undefined) continue;
      picker.append(Object.assign(document.createElement(tag), { slot, textContent: text }));
    }
    this.#frame = mountWithCloseAndFinishButtons(target, picker, {
      session,
      hasBorder: !options.hideBorder,
      requiredSourceTypes:
        options.sourceTypes && types.flatMap(({ type, optional }) => (optional ? [] : [type])),
      onClose,
      onFinish,
    });
    const accent = options.theme?.colors?.primary;
    if (accent) this.#frame.style.setProperty('--codat-color-accent', accent);
    addListeners(picker, session, props);
    if (companyId) void checkCompany(session, companyId, props);
  }

  /** Takes the element out of its target, as the components of Codat's SDKs do. */
  $destroy(): void {
    this.#frame.remove();
  }
}

/** Creates a {@link CodatLink}: a function with the signature of `@codat/sdk-link-types`. Resolves once the element is in the target. */
export function initializeCodatLink(target: HTMLElement, props: CodatLinkProps): Promise<void> {
  return new Promise((resolve) => {
    new CodatLink({ target, props });
    resolve();
  });
}

interface ShownType {
  readonly type: SourceType;
  readonly name: string;
  readonly optional: boolean;
  readonly allowedIntegrations?: readonly string[] | undefined;
}

/** The source types that the host enables, with their options; none leaves the choice to the picker's default. */
function shownTypes({ sourceTypes: chosen = {} }: CodatLinkOptions): readonly ShownType[] {
  return Object.entries(sourceTypes).flatMap(([name, type]) => {
    const options = chosen[name as keyof typeof sourceTypes];
    if (!options?.enableIntegrations) return [];
    return {
      type,
      name,
      optional: options.optional ?? false,
      allowedIntegrations: options.allowedIntegrations,
    };
  });
}

/**
 * Returns the keys in the lists of the types. Returns none, and warns, if only some types have a list: the picker
 * filters by key alone, so that it would hide every platform of the other types.
 */
function allowedPlatformKeys(types: readonly ShownType[]): readonly string[] {
  const lists = types.map(({ allowedIntegrations }) => allowedIntegrations);
  if (lists.every((list) => list !== undefined)) return lists.flat();
  for (const { name, allowedIntegrations } of types)
    if (allowedIntegrations)
      warnOfIgnoredProp(
        `options.sourceTypes.${name}.allowedIntegrations`,
        'give every type that is shown such a list, or use `include` of <platform-picker>',
      );
  return [];
}

const textOf = ({ text = {} }: CodatLinkOptions, key: string): string | undefined => {
  const value = text[key];
  return typeof value === 'string' ? value : undefined;
};

function addListeners(
  picker: PlatformPicker,
  session: Session,
  { onConnection, onConnectionStarted, onConsent, onError }: CodatLinkProps,
): void {
  picker.addEventListener('codat-connected', ({ connection }) => {
    void fetchConnectionCallbackArgs(session, connection).then(onConnection);
  });
  picker.addEventListener('codat-failed', ({ error }) => onError(toErrorCallbackArgs(error)));
  if (onConnectionStarted)
    picker.addEventListener('codat-started', ({ connection }) => {
      void fetchConnectionCallbackArgs(session, connection).then(onConnectionStarted);
    });
  if (onConsent)
    picker.addEventListener('codat-consented', ({ receipt }) => {
      void fetchConsentArgs(session, receipt.locale).then(onConsent);
    });
}

async function fetchConsentArgs(session: Session, locale: string): Promise<ConsentCallbackArgs> {
  const consent = await fetchConsentText(session.send, locale, session.endSignal).catch(() => undefined);
  const sections = consent?.sections.map(({ title, body }) => `## ${title}\n\n${body}`) ?? [];
  return { text: [...sections, consent?.agree ?? ''].join('\n\n') };
}

/** Only the token endpoint says whose data is shown: a page that names another company is wrong, and gets an error. */
async function checkCompany(session: Session, companyId: string, { onError }: CodatLinkProps): Promise<void> {
  const actual = await session.loadCompanyId().catch(() => undefined);
  if (actual !== undefined && actual !== companyId)
    onError({
      message: 'The token endpoint names another company than `companyId`.',
      userRecoverable: false,
    });
}
