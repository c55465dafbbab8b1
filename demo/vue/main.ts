import { createApp } from 'vue';
import Books from './books.vue';

createApp(Books).mount('#app');
