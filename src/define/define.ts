import type { LitElement } from 'lit';
import * as elements from '../components/index.js';
import { register } from './register.js';

/**
 * Registers every element, under a prefix where two versions share a page: `define('larkspur')` gives
 * `<larkspur-platform-picker>`. A class can have only one tag, so a prefixed element is a class of its own.
 */
export function define(prefix = ''): void {
  for (const [name, element] of Object.entries<typeof LitElement>(elements)) {
    const tag = name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
    if (prefix) register(`${prefix}-${tag}`, class extends element {});
    else register(tag, element);
  }
}
