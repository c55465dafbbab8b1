import '@hotwired/turbo';
import 'codat-connect-elements/connection-list';
import 'codat-connect-elements/platform-picker';

// Turbo replaces the body and keeps the document, so that one listener is enough.
document.addEventListener('codat-connected', ({ connection }) => {
  const status = document.querySelector('[role=status]');
  if (status) status.textContent = `${connection.platformName} is connected`;
});
