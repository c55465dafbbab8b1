const fragment = /^#codat=([\w-]+(?:\.[\w-]+)*)$/;

/** What the gateway hands out when it can't tell who came back from where. */
export const unknown = 'unknown';

/** Takes the return page's ticket out of the address, where nobody else should find it. */
export function takeTicket(): string | undefined {
  const ticket = fragment.exec(location.hash)?.[1];
  if (ticket) history.replaceState(history.state, '', location.pathname + location.search);
  return ticket;
}
