import { html, nothing, type TemplateResult } from 'lit';
import type { StateAt } from '../../flow/connect-state.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { inLanguage } from '../../i18n/register.js';
import type { JourneyFacts } from './journey-panel.js';
import { panel } from '../panel.js';

/** A connection was renewed for another organisation than before: the person carries on, or signs in once more. */
export function comparingPanel(
  { platform, connection, was }: StateAt<'comparing'>,
  { lang, level, wishes }: JourneyFacts,
): TemplateResult {
  const { journey: say } = inLanguage({ journey }, lang);
  const now = connection.organisation ?? platform.name;
  const onceMore = (): void => wishes.signIn({ platform, connection, replaces: connection, was });
  return panel({
    says: say.comparing(platform.name, was.organisation, now),
    level,
    mark: { icon: 'alert', tone: 'quiet' },
    actions: html`
      <button part="button primary" @click=${() => wishes.source?.acceptOrganisation()}>
        ${say.carryOn(now)}
      </button>
      ${
        connection.can.includes('disconnect')
          ? html`<button part="button" @click=${onceMore}>${say.onceMore}</button>`
          : nothing
      }
    `,
  });
}
