import { PlatformPicker } from '../components/platform-picker/platform-picker.js';
import { register } from './register.js';

register('platform-picker', PlatformPicker);

export { PlatformPicker };
export type * from '../events/index.js';
