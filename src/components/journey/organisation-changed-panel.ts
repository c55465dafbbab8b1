import { html, nothing, type TemplateResult } from 'lit';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import type { StateAt } from '../../flow/connect-state.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { renderPanel } from '../panel.js';

const english = { journey };

/** Shown if a reconnect returned another organisation than before: the person accepts it, or signs in again. */
export function renderOrganisationChangedPanel(
  { platform, connection, previousOrganisation }: StateAt<'comparing'>,
  { lang, level, actions }: JourneyViewOptions,
): TemplateResult {
  const { journey } = localizeMessages(english, lang);
  const currentName = connection.organisation ?? platform.name;
  const signInAgain = (): void =>
    actions.signIn({
      platform,
      connection,
      replaces: connection,
      previousOrganisation,
    });
  return renderPanel({
    message: journey.comparing(platform.name, previousOrganisation.organisation, currentName),
    level,
    mark: { icon: 'alert', tone: 'quiet' },
    actions: html`
      <button part="button primary" @click=${() => actions.dispatch({ type: 'accepted' })}>
        ${journey.carryOn(currentName)}
      </button>
      ${
        connection.can.includes('disconnect')
          ? html`<button part="button" @click=${signInAgain}>${journey.onceMore}</button>`
          : nothing
      }
    `,
  });
}
