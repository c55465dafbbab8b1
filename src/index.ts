/** All exports of the library. Importing this registers every element. */
import { define } from './define/define.js';

define();

export * from './elements.js';
