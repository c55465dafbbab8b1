import { html, nothing, type TemplateResult } from 'lit';
import type { CodatError, ErrorKind } from '../../api/errors.js';
import type { JourneyController } from '../../controllers/journey/controller.js';
import type {
  JourneyViewOptions,
  LoadFailurePanelOptions,
} from '../../controllers/journey/journey-view-module.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import type { Messages } from '../../i18n/messages.js';
import { renderPanel } from '../panel.js';
import { renderReferenceButton } from './copy-text-button.js';

const english = { common, errors };

/** Renders why an element couldn't load its data or the view of the journey, with the remedies and the id to quote to support. */
export function renderLoadFailurePanel(
  error: CodatError,
  { lang, level, retry, reload }: LoadFailurePanelOptions,
): TemplateResult {
  const { common, errors } = localizeMessages(english, lang);
  return renderPanel({
    message: errors[error.kind],
    level,
    role: 'alert',
    mark: { icon: 'alert', tone: 'quiet' },
    reference: renderReferenceButton(error.correlationId, lang),
    actions: html`
      ${renderReloadOrSignInButton(error, common)}
      <button part="button" @click=${retry}>${common.tryAgain}</button>
      ${reload ? html`<button part="button" @click=${reload}>${common.reload}</button>` : nothing}
    `,
  });
}

/** Renders the journey in an element without platforms, or why its view couldn't load. Returns `nothing` while there is no journey. */
export function renderJourneyOrLoadFailure(
  journey: JourneyController,
  options: Pick<JourneyViewOptions, 'lang' | 'level' | 'lender'>,
): TemplateResult | typeof nothing {
  const { loadError, retry, reload } = journey;
  if (loadError) return renderLoadFailurePanel(loadError, { ...options, retry, reload });
  return journey.render({ ...options, backLabel: 'away' }) ?? nothing;
}

/**
 * A button that reloads the host's page, where that helps: the host then redirects a signed-out person to its own
 * sign-in, or delivers a newer page than the one that is too old for the gateway.
 */
export function renderReloadOrSignInButton(
  { kind }: CodatError,
  { reload, signIn }: Messages['common'],
): TemplateResult | undefined {
  const labels: Partial<Record<ErrorKind, string>> = { 'signed-out': signIn, outdated: reload };
  const label = labels[kind];
  return label
    ? html`<button part="button primary" @click=${() => location.reload()}>${label}</button>`
    : undefined;
}
