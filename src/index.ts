/** All exports of the library. Importing this registers every element. */
import { define } from './define/define.js';
// It declares the type of its tag; the other elements declare theirs beside their class.
import './define/platform-picker.js';

define();

export * from './elements.js';
