import { mount } from 'svelte';
import Books from './Books.svelte';

const target = document.getElementById('app');
if (target) mount(Books, { target });
