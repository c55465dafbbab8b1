import 'codat-connect-elements/connection-list';
import 'codat-connect-elements/platform-picker';

const message = document.querySelector('[role=status]');
const books = document.querySelector('#books');
const button = document.querySelector('button');

document.addEventListener('codat-connected', ({ connection }) => {
  if (message) message.textContent = `${connection.platformName} is connected`;
});

button?.addEventListener('click', () => {
  if (!books) return;
  if (books.isConnected) books.remove();
  else button.before(books);
  button.textContent = books.isConnected ? 'Hide' : 'Show';
});
