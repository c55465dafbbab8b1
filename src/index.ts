/** All exports of the library. Importing this registers every element. */
import './define/connection-list.js';
import './define/connection-result.js';
import './define/platform-picker.js';
import './define/powered-by-codat.js';
import './define/sync-progress.js';

export * from './elements.js';
