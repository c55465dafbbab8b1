import { createSession } from 'codat-connect-elements/elements';
import { createGateway } from 'codat-connect-elements/gateway';
import { createSimulator } from 'codat-connect-elements/simulator';
import { afterEach, expect, test, vi } from 'vitest';
import { drawBooks } from './books';

/** The lender's server and Codat, both in memory. */
async function openLender() {
  const baseUrl = 'https://lender.test/codat';
  const simulator = createSimulator({ origin: 'https://codat.test' });
  let company: string | null = null;
  const gateway = createGateway({
    apiKey: simulator.apiKey,
    codatUrl: simulator.origin,
    baseUrl,
    signingKeys: ['a key of thirty-two characters or more'],
    lender: 'Larkspur',
    company: () => company,
    fetch: (request) => simulator.fetch(request),
  });
  company = await gateway.ensureCompany({ reference: 'customer-1' });
  const session = createSession({
    tokenEndpoint: `${baseUrl}/token`,
    platforms: `${baseUrl}/platforms`,
    fetch: (request) => gateway.fetch(request),
  });
  return { simulator, session, signOut: () => (company = null) };
}

const shown = (tag: string): string => document.querySelector(tag)?.shadowRoot?.textContent ?? '';
const eventually = { timeout: 30_000 };

// An element that updates once the page of the tests is gone would fail them.
afterEach(() => document.body.replaceChildren());

test('a business connects, sees its connection, and signs out', { timeout: 60_000 }, async () => {
  const { simulator, session, signOut } = await openLender();
  drawBooks(document.body, session);
  const picker = document.querySelector('platform-picker');
  const list = document.querySelector('connection-list');
  if (!picker || !list) throw new Error('Nothing was drawn.');

  // No window opens in jsdom: the person signs in at once.
  picker.openLink = () => undefined;
  document.addEventListener('codat-started', ({ connection }) =>
    simulator.authorize(connection.id, 'Marlow Bakery'),
  );
  const tile = await vi.waitUntil(
    () => picker.shadowRoot?.querySelector<HTMLElement>('[part~="tile"]'),
    eventually,
  );
  tile.click();
  await vi.waitFor(() => {
    expect(document.querySelector('[role=status]')?.textContent).toMatch(/ is connected$/);
  }, eventually);
  await vi.waitFor(() => expect(shown('connection-list')).toContain('Marlow Bakery'), eventually);

  for (let mounts = 0; mounts < 20; mounts++) {
    list.remove();
    document.body.append(list);
  }
  await vi.waitFor(() => expect(shown('connection-list')).toContain('Marlow Bakery'), eventually);

  signOut();
  session.end();
  await vi.waitFor(() => expect(shown('connection-list')).toContain('You are signed out'), eventually);
  expect(shown('connection-list')).not.toContain('Marlow Bakery');
});
