import { createApp } from 'vue';
import Books from './Books.vue';

createApp(Books).mount('#app');
