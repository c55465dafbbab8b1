/** The package's main entry. Importing it registers every element. */
import { define } from './define/define.js';

define();

export * from './elements.js';
