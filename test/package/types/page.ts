import { PlatformPicker, type ConnectedEvent } from 'codat-connect-elements/platform-picker';
import { createSession, define, type PrefixedTagNameMap } from 'codat-connect-elements/elements';

declare global {
  interface HTMLElementTagNameMap extends PrefixedTagNameMap<'larkspur'> {}
}

define('larkspur');

const picker = document.createElement('platform-picker');
picker.sourceTypes = ['Accounting', 'BankFeed'];
picker.accept = ['shared', 'not-listed'];
picker.session = createSession({ tokenEndpoint: '/codat/token' });
picker satisfies PlatformPicker;
document.querySelector('larkspur-sync-progress')?.connection.trim();

const name = ({ connection }: ConnectedEvent): string => connection.platformName;
document.addEventListener('codat-connected', ({ connection }) => connection.platformName.trim());
window.addEventListener('codat-connected', name);
picker.addEventListener('codat-asked-for', ({ query }) => query.trim());
document.body.addEventListener('codat-leaving', (event) => event.waitUntil(Promise.resolve()));
picker.shadowRoot?.addEventListener('codat-synced', ({ missing }) => missing.join());

// @ts-expect-error: an entry of a list.
picker.sourceTypes = ['Acounting'];
// @ts-expect-error: an entry of another list.
picker.accept = ['sharing'];
// @ts-expect-error: a way to open.
picker.opens = 'new-window';
// @ts-expect-error: the tag.
document.createElement('platform-piker').lender = 'Larkspur';
// @ts-expect-error: the prefixed tag.
document.createElement('larkspur-platform-piker').lender = 'Larkspur';
// @ts-expect-error: an event.
document.addEventListener('codat-conected', ({ connection }) => connection.platformName.trim());
// @ts-expect-error: a field of an event.
document.addEventListener('codat-connected', ({ connexion }) => void connexion);
