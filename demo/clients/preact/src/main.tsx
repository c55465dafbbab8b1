import { render } from 'preact';
import { Books } from './books';

const app = document.getElementById('app');
if (app) render(<Books />, app);
