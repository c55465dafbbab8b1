// Must come first: the initializer only reaches elements registered after it.
import './print-warnings.js';
export * from '../define/connection-result.js';
