import { render } from 'solid-js/web';
import { Books } from './books';

const app = document.getElementById('app');
if (app) render(() => <Books />, app);
