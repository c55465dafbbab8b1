import { ConnectionList } from '../components/connection-list/connection-list.js';
import { register } from './register.js';

register('connection-list', ConnectionList);

declare global {
  interface HTMLElementTagNameMap {
    'connection-list': ConnectionList;
  }
}

export { ConnectionList };
