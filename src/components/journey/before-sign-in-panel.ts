import { html, nothing, type TemplateResult } from 'lit';
import {
  toPlatformButtonImages,
  type PlatformButtonImages,
} from '../../api/schemas/platform-button-images.js';
import type { Platform } from '../../api/schemas/platform.js';
import type { JourneyViewOptions } from '../../controllers/journey/journey-view-module.js';
import type { StateAt } from '../../flow/connect-state.js';
import { showsOnePageAtATime } from '../../flow/sign-in-window.js';
import { common } from '../../i18n/locales/en/common.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { preparing } from '../../i18n/locales/en/preparing.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import { noteByPlatformKey, type PlatformNote } from '../../platforms/notes.js';
import { signInHostByPlatformKey } from '../../platforms/sign-in-hosts.js';
import { latestValue } from '../../session/query-state.js';
import type { Session } from '../../session/session.js';
import { icons } from '../icons.js';
import { renderPanel } from '../panel.js';
import { renderLeaveJourneyButton } from './leave-journey-button.js';
import { renderCopyTextButton } from './copy-text-button.js';
import { renderInAppNotice } from './in-app-notice.js';
import { createConnectRequest } from '../platform-picker/connect-request.js';
import { renderShareOrMailButton } from './send-link-buttons.js';
import { renderCreateShareLinkPanel } from './share-link-panels.js';
import {
  continueOrFocusConsentCheckbox,
  isConsentSatisfied,
  renderConsentTextAndCheckbox,
} from './consent-text-and-checkbox.js';

const english = { common, journey, preparing, sharing };

/** The requirements of a platform, the consent text, and the button that opens sign-in. */
export function renderBeforeSignInPanel(
  chosen: StateAt<'preparing'>,
  options: JourneyViewOptions,
): TemplateResult {
  const { lang, level, lender, actions, session } = options;
  const messages = localizeMessages(english, lang);
  const delegateButton = html`<button part="button quiet" @click=${actions.delegate}>
    ${messages.sharing.ask}
  </button>`;
  const { preparing } = messages;
  const { consentState, platform } = chosen;
  const { key, name } = platform;
  // After a reload, a saved request has only the platform's key and name.
  const listed = latestValue(session?.platforms.resource)?.find((each) => each.key === key);
  const state = withCurrentReplaced(chosen, listed, session);
  const { replaces } = state;
  const button = toPlatformButtonImages(platform.button ?? listed?.button);
  const note = noteByPlatformKey.get(key);
  const phoneAdvice =
    note && note.device !== 'any' && showsOnePageAtATime() ? preparing.onPhone[note.device](name) : undefined;
  const back = renderLeaveJourneyButton(options);
  // We offer no replacement of the same platform, of one that the host doesn't let people disconnect, or by a colleague.
  const someoneElseSignsIn = state.signsIn === 'other';
  if (
    replaces &&
    (replaces.platformKey === key || !replaces.can.includes('disconnect') || someoneElseSignsIn)
  )
    return renderPanel({
      message: preparing.alreadyConnected(replaces.platformName, lender),
      level,
      back,
      mark: connectedMark,
    });
  if (someoneElseSignsIn) return renderCreateShareLinkPanel(state, options);
  // A Windows-only platform can't be connected from a phone, so we offer to send the link to the computer.
  const canSignInHere = !(phoneAdvice && note?.device === 'windows-only');
  // No window opens without the required consent.
  const onContinue = (event: Event): void =>
    isConsentSatisfied(consentState)
      ? actions.signIn(state)
      : continueOrFocusConsentCheckbox(event, state, actions);
  const host = signInHostByPlatformKey.get(key);
  const signsInAt = host === undefined ? [] : [messages.journey.signInHost(host)];
  const needs = note && [
    renderNeeds([...needsOf(note, name, lender, preparing), ...signsInAt]),
    note.needs.includes('licenceKey') ? renderLicenceKey(session?.companyId, lang) : nothing,
  ];
  const continueLabel = replaces
    ? preparing.replace(replaces.platformName, name)
    : preparing.continueTo(name);
  return renderPanel({
    message:
      phoneAdvice ??
      (replaces
        ? preparing.alreadyConnected(replaces.platformName, lender)
        : {
            title: preparing.heading(name),
            advice: note ? '' : [preparing.password.platform(name, lender), ...signsInAt].join(' '),
          }),
    level,
    back,
    ...(replaces && !phoneAdvice && { mark: connectedMark }),
    content: html`${canSignInHere ? renderInAppNotice(lang) : nothing}
    ${
      needs && canSignInHere
        ? html`<div part="needs-title">${preparing.needsHeading}</div>
            ${needs}`
        : nothing
    }
    ${canSignInHere && replaces && button ? html`<p part="note">${continueLabel}</p>` : nothing}
    ${canSignInHere ? renderConsentTextAndCheckbox(consentState, { messages, onAnswer: (yes) => actions.dispatch({ type: 'consentToggled', yes }) }) : nothing}`,
    actions: html`
      ${
        canSignInHere
          ? html`<button
              part=${button ? 'branded' : `button ${replaces ? '' : 'primary'}`}
              aria-disabled=${consentState.is === 'loading' ? 'true' : nothing}
              @click=${onContinue}
            >
              ${button ? renderBrandedImages(button, continueLabel) : html`${continueLabel} ${icons.leave}`}
            </button>`
          : nothing
      }
      ${
        phoneAdvice
          ? renderShareOrMailButton(
              { url: location.href, subject: preparing.heading(name), body: location.href },
              { label: preparing.sendToComputer, lang, part: `button ${canSignInHere ? '' : 'primary'}` },
            )
          : nothing
      }
      ${replaces ? nothing : delegateButton}
    `,
    more:
      needs && !canSignInHere
        ? html`<details>
            <summary part="needs-title">${preparing.needsThere}</summary>
            ${needs}
          </details>`
        : nothing,
  });
}

/** Brings `replaces` of the request up to date: a connection may have been created or ended since, here or in another tab. */
function withCurrentReplaced(
  { replaces: before, ...request }: StateAt<'preparing'>,
  listed: Platform | undefined,
  session: Session | undefined,
): StateAt<'preparing'> {
  const connections = latestValue(session?.connections.resource);
  const isNew = !request.connection || request.connection.status === 'PendingAuth';
  const replaces =
    listed && connections && isNew ? createConnectRequest(listed, connections).replaces : before;
  return { ...request, ...(replaces && { replaces }) };
}

/** The two looks of a platform's own button, one on top of the other: at rest, and under the pointer or with focus. */
const renderBrandedImages = (
  { rest, hover }: PlatformButtonImages,
  continueLabel: string,
): readonly TemplateResult[] => [rest, hover].map((src) => html`<img src=${src} alt=${continueLabel} />`);

const connectedMark = { icon: 'check', tone: 'success' } as const;

function needsOf(
  { needs, password, minutes, firstData }: PlatformNote,
  name: string,
  lender: string,
  messages: typeof preparing,
): string[] {
  return [
    ...needs.map((need) => messages.needs[need](name)),
    ...(minutes ? [messages.lasts(minutes)] : []),
    ...(firstData ? [messages.firstData[firstData](name)] : []),
    messages.password[password](name, lender),
  ];
}

const renderNeeds = (lines: readonly string[]): TemplateResult =>
  html`<ul part="needs">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

/** The licence key that the platform's connector asks for: the company's id at Codat. */
function renderLicenceKey(companyId: string | undefined, lang: string): unknown {
  if (!companyId) return nothing;
  const { copyKey } = localizeMessages(english, lang).preparing;
  return html`
    <div>
      <p><code part="key">${companyId}</code></p>
      ${renderCopyTextButton(companyId, { label: copyKey, lang })}
    </div>
  `;
}
