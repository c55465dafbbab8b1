// The advice comes first: an element that was registered before would hear of none.
import './advice.js';
export * from '../define/connection-list.js';
