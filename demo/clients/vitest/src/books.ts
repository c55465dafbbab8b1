import type { Session } from 'codat-connect-elements';
import 'codat-connect-elements/connection-list';
import 'codat-connect-elements/platform-picker';

/** Draws the picker and the list into a place, with what was connected above them. */
export function drawBooks(place: HTMLElement, session: Session): void {
  const status = document.createElement('p');
  const picker = document.createElement('platform-picker');
  const list = document.createElement('connection-list');
  status.setAttribute('role', 'status');
  Object.assign(picker, { session, lender: 'Larkspur', sourceTypes: ['Accounting'] });
  Object.assign(list, { session, lender: 'Larkspur' });
  picker.addEventListener('codat-connected', ({ connection }) => {
    status.textContent = `${connection.platformName} is connected`;
  });
  place.replaceChildren(status, picker, list);
}
