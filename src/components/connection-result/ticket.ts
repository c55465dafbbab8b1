const ticketPattern = /^#codat=([\w-]+(?:\.[\w-]+)*)$/;

/** The ticket that the gateway sends if it can't identify the sign-in that a person returned from. */
export const unidentifiedSignInTicket = 'unknown';

/** Reads the return ticket from the URL's fragment, and removes it so that it isn't shared or bookmarked. */
export function takeTicketFromUrl(): string | undefined {
  const ticket = ticketPattern.exec(location.hash)?.[1];
  // A whole URL: a path would resolve against the page's `<base>`, which may be at another origin.
  if (ticket) history.replaceState(history.state, '', location.href.replace(/#.*/, ''));
  return ticket;
}
