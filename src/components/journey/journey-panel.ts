import { html, nothing, type TemplateResult } from 'lit';
import type {
  JourneyActions,
  JourneyViewOptions,
  StateWithPanel,
} from '../../controllers/journey/journey-view-module.js';
import type { SignInAttempt, SignInPlace, StateAt } from '../../flow/connect-state.js';
import { common } from '../../i18n/locales/en/common.js';
import { errors } from '../../i18n/locales/en/errors.js';
import { journey } from '../../i18n/locales/en/journey.js';
import { sharing } from '../../i18n/locales/en/sharing.js';
import { localizeMessages } from '../../i18n/localize-messages.js';
import type { Messages } from '../../i18n/messages.js';
import { signInHostByPlatformKey } from '../../platforms/sign-in-hosts.js';
import { latestValue } from '../../session/query-state.js';
import { renderConnectedRow } from '../connected-row.js';
import { icons } from '../icons.js';
import { renderPanel } from '../panel.js';
import { renderBeforeSignInPanel } from './before-sign-in-panel.js';
import { renderReferenceButton } from './copy-text-button.js';
import { renderReloadOrSignInButton } from './load-failure-panel.js';
import { renderOrganisationChangedPanel } from './organisation-changed-panel.js';
import { renderShareLinkPanel } from './share-link-panels.js';

const english = { common, errors, journey, sharing };

/** Renders the panel of the journey's current state. */
export function renderJourney(state: StateWithPanel, options: JourneyViewOptions): TemplateResult {
  const { lang, level, lender, actions, backLabel, next } = options;
  const { common, errors, journey, sharing } = localizeMessages(english, lang);
  const { name } = state.platform;
  const retryButton = (part: string): TemplateResult =>
    html`<button part=${part} @click=${() => retry(state, actions)}>${journey.startAgain}</button>`;
  const cancelButton = html`<button
    part="button quiet"
    @click=${() => actions.dispatch({ type: 'cancelled' })}
  >
    ${journey.cancel}
  </button>`;
  const leaveButton = (part: string): TemplateResult =>
    html`<button part=${part} @click=${() => actions.dispatch({ type: 'reset' })}>
      ${journey.leave[state.at === 'connected' ? leaveLabel(state, backLabel) : backLabel]}
    </button>`;
  const delegateButton = mayDelegate(state)
    ? html`<button part="button quiet" @click=${actions.delegate}>${sharing.ask}</button>`
    : nothing;

  // With a modifier key, the browser opens the link elsewhere; the host may have cancelled the click.
  const onContinue = (event: MouseEvent, linkUrl: string | undefined): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!linkUrl) return;
    event.preventDefault();
    actions.leaveTab(linkUrl);
  };

  const linkInThisTab = ({ connection, openedIn }: SignInAttempt): TemplateResult => {
    const isMainAction = openedIn === 'tab' || openedIn === 'link';
    return html`<a
      part="button ${isMainAction ? 'primary' : 'quiet'}"
      href=${connection.linkUrl ?? nothing}
      rel="noreferrer"
      @click=${(event: MouseEvent) => onContinue(event, connection.linkUrl)}
      >${isMainAction ? journey.continueTo(name) : journey.openHere}
      ${openedIn === 'link' ? icons.leave : nothing}</a
    >`;
  };
  const openButton = (attempt: SignInAttempt, openedIn: Exclude<SignInPlace, 'link'>): unknown => {
    if (openedIn === 'tab') return nothing;
    const window = openedIn === 'window' ? actions.source?.signInWindow : undefined;
    const labels = {
      window: window?.isOpen ? journey.showWindow : journey.openAgain,
      host: journey.continueTo(name),
    };
    const onClick = async (): Promise<void> => {
      if (!window?.isOpen || !(await window.show())) actions.signIn(attempt);
    };
    return html`<button part="button primary" @click=${onClick}>${labels[openedIn]}</button>`;
  };

  switch (state.at) {
    case 'preparing':
      return renderBeforeSignInPanel(state, options);
    case 'creating':
      return renderPanel({ message: journey.creating, level, busy: true, actions: cancelButton });
    case 'sharing':
      return renderPanel({ message: sharing.making, level, busy: true, actions: cancelButton });
    case 'shared':
      return renderShareLinkPanel(state, options);
    case 'confirming':
    case 'authorizing':
      if (state.at === 'confirming' && state.returned)
        return renderPanel({ message: journey.confirming(name), level, busy: true, actions: cancelButton });
      return state.openedIn === 'link'
        ? renderPanel({
            message: journey.blocked(name),
            level,
            content: renderSignInNotes(state, journey),
            actions: html`${linkInThisTab(state)}${delegateButton}${cancelButton}`,
          })
        : renderPanel({
            message: journey.authorizing(name, state.openedIn),
            level,
            content: renderSignInNotes(state, journey),
            busy: true,
            actions: html`${openButton(state, state.openedIn)} ${linkInThisTab(state)}
            ${state.openedIn === 'tab' ? retryButton('button quiet') : nothing} ${cancelButton}`,
          });
    case 'comparing':
      return renderOrganisationChangedPanel(state, options);
    case 'connected':
      return renderPanel({
        message: journey.connected(name, state.connection.organisation),
        level,
        mark: { icon: 'check', tone: 'success' },
        content: html`${next && renderNewConnection(state, options)}
        ${
          state.unverified
            ? html`<p part="note">
                ${journey.unsure(state.unverified.organisation, state.connection.organisation)}
              </p>`
            : nothing
        }
        ${next}`,
        actions: leaveLabel(state, backLabel) === 'change' ? undefined : leaveButton('button'),
      });
    case 'abandoned':
      return renderPanel({
        message: journey.abandoned[state.reason](name),
        level,
        mark: { icon: 'dash', tone: 'quiet' },
        actions: html`${retryButton('button primary')}${leaveButton('button')}${delegateButton}`,
      });
    case 'failed': {
      const { kind, correlationId } = state.error;
      const failureMessage =
        kind === 'unsupported'
          ? journey.unsupported(name, lender)
          : kind === 'declined'
            ? journey.failedAtPlatform(name)
            : errors[kind];
      const reloadButton = renderReloadOrSignInButton(state.error, common);
      const retryActions = reloadButton
        ? html`${reloadButton}${retryButton('button')}${leaveButton('button')}`
        : html`${retryButton('button primary')}${leaveButton('button')}${delegateButton}`;
      const canRetry = kind !== 'unsupported' && !hasTooManyLinks(state);
      return renderPanel({
        message: hasTooManyLinks(state) ? sharing.tooMany : failureMessage,
        level,
        mark: { icon: 'alert', tone: 'danger' },
        reference: renderReferenceButton(correlationId, lang),
        actions: canRetry ? retryActions : leaveButton('button primary'),
      });
    }
  }
}

/** Renders the new connection as a row, for the picker; the list of connections has a row for it anyway. */
function renderNewConnection(
  state: StateAt<'connected'>,
  { lang, backLabel, session, actions }: JourneyViewOptions,
): TemplateResult {
  const { journey } = localizeMessages(english, lang);
  const platforms = latestValue(session?.platforms.resource);
  return renderConnectedRow(state.connection, {
    logoUrl: platforms?.find(({ key }) => key === state.connection.platformKey)?.logo,
    status: journey.status,
    action:
      leaveLabel(state, backLabel) === 'change'
        ? html`<button part="button quiet" @click=${() => actions.dispatch({ type: 'reset' })}>
            ${journey.leave.change}
          </button>`
        : nothing,
  });
}

/** A company can have one accounting platform at a time, but several banks and shops. */
const leaveLabel = (
  { connection }: StateAt<'connected'>,
  backLabel: JourneyViewOptions['backLabel'],
): 'connected' | 'another' | 'change' => {
  if (backLabel === 'away') return 'connected';
  return connection.sourceType === 'Accounting' ? 'change' : 'another';
};

/** Where the person signs in and, during a reconnect, for which organisation. */
function renderSignInNotes(
  { platform, previousOrganisation }: SignInAttempt,
  { signInHost, sameAsBefore }: Messages['journey'],
): unknown {
  const host = signInHostByPlatformKey.get(platform.key);
  return html`${host === undefined ? nothing : html`<p part="note">${signInHost(host)}</p>`}
  ${previousOrganisation ? html`<p part="note">${sameAsBefore(previousOrganisation.organisation)}</p>` : nothing}`;
}

/** A link for someone else can only start a connection, not reconnect or replace one. */
const mayDelegate = (state: StateWithPanel): boolean =>
  !('replaces' in state) && (!('connection' in state) || state.connection.status === 'PendingAuth');

/** Whether the gateway refused another link because the company has too many. */
const hasTooManyLinks = (state: StateAt<'failed'>): boolean =>
  state.failedStep === 'sharing' && state.error.kind === 'busy';

/** Repeats the step that failed; if none did, or if connecting did, opens sign-in again. */
function retry(state: StateWithPanel, actions: JourneyActions): void {
  if (state.at === 'failed' && state.failedStep === 'preparing') actions.prepare(state);
  else if (state.at === 'failed' && state.failedStep === 'sharing')
    actions.dispatch({ type: 'confirmed', ...state });
  else actions.signIn(state);
}
