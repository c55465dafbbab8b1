import { PlatformPicker } from '../components/platform-picker/platform-picker.js';
import { registerTagUnlessTaken } from './register.js';

registerTagUnlessTaken('platform-picker', PlatformPicker);

export { PlatformPicker };
export type * from '../events/index.js';
